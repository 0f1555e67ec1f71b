import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createFixture } from 'fs-fixture';
import { expect, it } from 'vitest';

import { conformanceCases, timeLimitOf, type ConformanceCase } from '../../test/prove/conformance-cases.js';
import { inShort } from '../../test/prove/outcome-notation.js';
import { reasonToDiffer } from './known-differences.js';
import { runRealClient } from './run-real-client.js';
import { downloadReleases, releaseOfCheckout, type RuntimeClientRelease } from './runtime-client.js';

/** A clone of the client's repository, to compare with its unreleased source as well. */
const checkout = process.env['LEAKFIX_RIC_CHECKOUT'];

it('the conformance table agrees with the real runtime clients', async () => {
  const releases = downloadReleases(mkdtempSync(path.join(tmpdir(), 'leakfix-clients-')));
  if (checkout !== undefined) releases.push(releaseOfCheckout(checkout));
  const unexpected: string[] = [];
  for (const release of releases) {
    const different = await differencesOf(release);
    const news = different.filter(({ why }) => why === undefined);
    console.log(
      [
        `${release.name}: ${conformanceCases.length - different.length} of ${conformanceCases.length} agree, ` +
          `${different.length - news.length} differ for a known reason, ${news.length} for none`,
        ...different.map(
          ({ name, wanted, got, why }) => `  ${name}: ${why ?? `table ${wanted}, client ${got}`}`,
        ),
      ].join('\n'),
    );
    unexpected.push(...news.map(({ name }) => `${release.name}: ${name}`));
  }
  expect(unexpected).toEqual([]);
});

interface Difference {
  name: string;
  wanted: string;
  got: string;
  why: string | undefined;
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
      if (got !== wanted) {
        found.push({ name: one.name, wanted, got, why: reasonToDiffer(release.name, one.name) });
      }
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
    timeoutMs: timeLimitOf(one),
    hasLateWork: one.hasLateWork === true,
  });
  return outcomes.map(inShort);
}
