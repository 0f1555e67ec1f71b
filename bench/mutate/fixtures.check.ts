import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { comparedFindings, expectedTexts } from '../../test/fixtures/compare-case.js';
import { readCases } from '../../test/fixtures/fixture-case.js';
import { runPlainCases } from '../../test/fixtures/run-cases.js';
import { transforms } from '../../transforms/index.js';
import { activate, active } from './active-mutant.js';

const { LEAKFIX_MUTANTS = '', LEAKFIX_MUTANTS_LOG = '' } = process.env;

const suites = transforms.map(({ name }) => ({ name, cases: readCases(name) }));

/** Whether a transform still makes of its fixtures what they say. What they answer when run follows from the texts. */
async function doFixturesHold({ name, cases }: (typeof suites)[number]): Promise<boolean> {
  const results = await runPlainCases(name, cases);
  return cases.every((fixture) => {
    const result = results.get(fixture.name);
    return (
      result !== undefined &&
      isDeepStrictEqual(Object.fromEntries(result.texts), expectedTexts(fixture, 'plain')) &&
      isDeepStrictEqual(comparedFindings(fixture, result.findings), fixture.findings ?? [])
    );
  });
}

test('each mutant is tried on the fixtures of the transforms that come by its place', async () => {
  const reachedBy = new Map<string, ReadonlySet<number>>();
  for (const suite of suites) {
    activate(-1);
    expect(await doFixturesHold(suite), suite.name).toBe(true);
    reachedBy.set(suite.name, new Set(active.reached));
  }
  for (const mutant of LEAKFIX_MUTANTS.split(',').map(Number)) {
    appendFileSync(LEAKFIX_MUTANTS_LOG, `${String(mutant)} started\n`);
    let isNoticed = false;
    for (const suite of suites) {
      if (isNoticed || !reachedBy.get(suite.name)?.has(mutant)) continue;
      activate(mutant);
      isNoticed = !(await doFixturesHold(suite).catch(() => false));
    }
    appendFileSync(LEAKFIX_MUTANTS_LOG, `${String(mutant)} ${isNoticed ? 'noticed' : 'survived'}\n`);
  }
});
