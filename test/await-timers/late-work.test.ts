import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/prove/index.js';
import { type FixtureCase, readCases } from '../fixtures/fixture-case.js';

/** The longest delay of a timer in the fixtures, and some. */
const PAUSE_MS = 600;

/** What outlives an invocation of the case's handler, which stands in its only file. */
async function leaksOf({ events = [], handler }: FixtureCase, texts: ReadonlyMap<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'leakfix-late-'));
  try {
    const [[name, text] = ['', '']] = texts;
    const file = join(root, name);
    writeFileSync(file, text);
    const { findings } = await prove({
      file,
      exportName: handler ?? 'handler',
      runtime: 'nodejs22.x',
      events,
      invocations: events.length,
      pauseMs: PAUSE_MS,
    });
    // A promise that lost its race and is never settled hurts nobody.
    return findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('work that was late before is not late any more', () => {
  const cases = readCases('await-timers').filter(
    ({ events, input, output }) => events !== undefined && output !== undefined && input.size === 1,
  );

  test.concurrent.each(cases)('$name', async (fixture) => {
    const { input, output = input } = fixture;
    const [before, after] = [await leaksOf(fixture, input), await leaksOf(fixture, output)];
    expect(before).not.toEqual([]);
    expect(after).toEqual([]);
  });
});
