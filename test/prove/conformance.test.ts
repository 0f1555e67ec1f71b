import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  invokeHandlers,
  type InvokeOptions,
  type InvokeResult,
  type RuntimeName,
} from '../../src/prove/index.js';
import { conformanceCases, timeLimitOf, type ConformanceCase } from './conformance-cases.js';
import { inShort } from './outcome-notation.js';

describe.each([
  { runtime: 'nodejs22.x', column: 'older' },
  { runtime: 'nodejs24.x', column: 'newest' },
] as const)('what callers get on $runtime', ({ runtime, column }) => {
  let results: InvokeResult[];

  beforeAll(async () => {
    await using fixture = await createFixture(
      Object.fromEntries(conformanceCases.map(({ source }, index) => [fileName(index), source])),
    );
    const runs = conformanceCases.map((one, index) => runOf(one, fixture.getPath(fileName(index)), runtime));
    results = await invokeHandlers(runs);
  }, ALL_OF_THEM_MS);

  it.each(conformanceCases.map((one, index) => ({ ...one, index })))('$name', ({ index, ...expected }) => {
    const outcomes = results[index]?.outcomes.map(inShort);
    const wanted = expected[column];
    expect(outcomes).toEqual(typeof wanted === 'string' ? [wanted, wanted] : wanted);
  });
});

function fileName(index: number): string {
  return `${index}/handler${conformanceCases[index]?.extension ?? '.js'}`;
}

/** Hundreds of processes, on a machine that may be busy with others. */
const ALL_OF_THEM_MS = 900_000;

/** Longer than any late work of the cases takes. */
const FREEZE_MS = 2_500;

function runOf(one: ConformanceCase, file: string, runtime: RuntimeName): InvokeOptions {
  return {
    file,
    exportName: 'handler',
    runtime,
    events: [{ n: 1 }, { n: 2 }],
    timeoutMs: timeLimitOf(one),
    ...(one.hasLateWork === true && { pauseAfter: () => ({ kind: 'freeze', ms: FREEZE_MS }) }),
  };
}
