import { execFileSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handlersIn, leakKinds, proveHandler, type LeakHandler } from '../../test/prove/leak-handlers.js';
import { startStandIns, type StandIns } from '../../test/prove/stand-ins/start.js';

/** Node.js binaries to run the handlers with, separated by commas. */
const binaries = (process.env['LEAKFIX_NODES'] ?? process.execPath).split(',');

const RUNS = 3;
const AT_A_TIME = 6;

let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns();
});

afterAll(() => standIns.stop());

describe.each(binaries)('%s', (node) => {
  it('finds every leak and no other, three times in a row', async () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    for (let run = 1; run <= RUNS; run++) {
      const leaky = await wrong(handlersIn('leaky'), node, isMissed);
      const clean = await wrong(handlersIn('clean'), node, isAccused);
      console.log(
        `${version}, run ${run}: found ${handlersIn('leaky').length - leaky.length} of ${handlersIn('leaky').length} leaks, ` +
          `${clean.length} of ${handlersIn('clean').length} clean handlers accused ${[...leaky, ...clean].join(' ')}`,
      );
      expect([...leaky, ...clean]).toEqual([]);
    }
  });
});

type Judge = (handler: LeakHandler, found: readonly string[]) => boolean;

const isMissed: Judge = ({ leaks }, found) => !leaks.some((kind) => found.includes(kind));
const isAccused: Judge = (_handler, found) => found.length > 0;

async function wrong(handlers: LeakHandler[], node: string, isWrong: Judge): Promise<string[]> {
  const names: string[] = [];
  const waiting = handlers.values();
  const work = async (): Promise<void> => {
    for (const handler of waiting) {
      const found = leakKinds(await proveHandler(handler, standIns.env, { node }));
      if (isWrong(handler, found)) names.push(`${handler.name} (${found.join(' ')})`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return names;
}
