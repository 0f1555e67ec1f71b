import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createFixture } from 'fs-fixture';
import { expect, it } from 'vitest';

import { conformanceCases, type ConformanceCase } from '../../test/prove/conformance-cases.js';
import { inShort } from '../../test/prove/outcome-notation.js';
import { runRealClient } from './run-real-client.js';
import { downloadReleases, releaseOfCheckout, type RuntimeClientRelease } from './runtime-client.js';

/** A clone of the client's repository, to compare with its unreleased source as well. */
const checkout = process.env['LEAKFIX_RIC_CHECKOUT'];

/**
 * Where a release is known to differ from the managed runtime of today, which the table describes. The two
 * old ones answer null when an async handler never settles; 2.1 serialises at the call and answers at once,
 * takes only real promises, and knows no streaming.
 */
const KNOWN: Record<string, RegExp> = {
  'aws-lambda-ric 2.1.0':
    /^(?:async never settles|stream.*|module: .*|common js by extension|mutation after the callback|late mutation|flag set too late|(?:rejection|crash) while waiting|(?:interval|server) keeps it alive|minimal thenable|thenable with catch)$/,
  'aws-lambda-ric 3.3.0': /^async never settles$/,
};

it('the conformance table agrees with the real runtime clients', async () => {
  const releases = downloadReleases(mkdtempSync(path.join(tmpdir(), 'leakfix-clients-')));
  if (checkout !== undefined) releases.push(releaseOfCheckout(checkout));
  const unexpected: string[] = [];
  for (const release of releases) {
    const different = await differencesOf(release);
    const news = different.filter(({ name }) => KNOWN[release.name]?.test(name) !== true);
    console.log(
      `${release.name}: ${conformanceCases.length - different.length} of ${conformanceCases.length} agree`,
    );
    for (const { name, wanted, got } of different) console.log(`  ${name}: table ${wanted}, client ${got}`);
    unexpected.push(...news.map(({ name }) => `${release.name}: ${name}`));
  }
  expect(unexpected).toEqual([]);
});

interface Difference {
  name: string;
  wanted: string;
  got: string;
}

async function differencesOf(release: RuntimeClientRelease): Promise<Difference[]> {
  await using fixture = await createFixture(
    Object.fromEntries(
      conformanceCases.map(({ source, extension = '.js' }, index) => [
        `${index}/handler${extension}`,
        source,
      ]),
    ),
  );
  const found: Difference[] = [];
  const waiting = conformanceCases.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      const file = fixture.getPath(`${index}/handler${one.extension ?? '.js'}`);
      const got = JSON.stringify(await outcomesOf(one, file, release));
      const column = one[release.column];
      const wanted = JSON.stringify(typeof column === 'string' ? [column, column] : column);
      if (got !== wanted) found.push({ name: one.name, wanted, got });
    }
  };
  await Promise.all([work(), work(), work()]);
  return found;
}

async function outcomesOf(
  one: ConformanceCase,
  file: string,
  release: RuntimeClientRelease,
): Promise<string[]> {
  const outcomes = await runRealClient({
    release,
    node: process.env['LEAKFIX_NODE'] ?? process.execPath,
    file,
    runtime: release.column === 'older' ? 'nodejs22.x' : 'nodejs24.x',
    events: [{ n: 1 }, { n: 2 }],
    timeoutMs: 600,
    freezeMs: one.freezeMs ?? 0,
  });
  return outcomes.map(inShort);
}
