import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handlersIn, leakKinds, proveHandler } from './leak-handlers.js';
import { startStandIns, type StandIns } from './stand-ins/start.js';

let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns();
});

afterAll(() => standIns.stop());

describe.concurrent('handlers that leak', () => {
  it.each(handlersIn('leaky'))('$name', async (handler) => {
    const result = await proveHandler(handler, standIns.env);
    const found = leakKinds(result);
    expect(
      found.filter((kind) => handler.leaks.includes(kind)),
      `found ${found.join(', ')}`,
    ).not.toEqual([]);
  });
});

describe.concurrent('handlers that leak nothing', () => {
  it.each(handlersIn('clean'))('$name', async (handler) => {
    const result = await proveHandler(handler, standIns.env);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      result.outcomes.every(
        ({ kind }) => kind === (handler.name === 'handled-error.js' ? 'error' : 'response'),
      ),
    ).toBe(true);
  });
});
