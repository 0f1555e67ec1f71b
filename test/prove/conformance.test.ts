import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  invokeHandlers,
  type InvokeOptions,
  type InvokeResult,
  type RuntimeName,
} from '../../src/prove/index.js';
import { conformanceCases } from './conformance-cases.js';
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
    const runs = conformanceCases.map((_case, index) =>
      runOf(fixture.getPath(fileName(index)), index, runtime),
    );
    results = await invokeHandlers(runs);
  });

  it.each(conformanceCases.map((one, index) => ({ ...one, index })))('$name', ({ index, ...expected }) => {
    const outcomes = results[index]?.outcomes.map(inShort);
    const wanted = expected[column];
    expect(outcomes).toEqual(typeof wanted === 'string' ? [wanted, wanted] : wanted);
  });
});

function fileName(index: number): string {
  return `${index}/handler${conformanceCases[index]?.extension ?? '.js'}`;
}

function runOf(file: string, index: number, runtime: RuntimeName): InvokeOptions {
  const freezeMs = conformanceCases[index]?.freezeMs;
  return {
    file,
    exportName: 'handler',
    runtime,
    events: [{ n: 1 }, { n: 2 }],
    timeoutMs: 600,
    ...(freezeMs === undefined ? {} : { pause: { kind: 'freeze', ms: freezeMs } }),
  };
}
