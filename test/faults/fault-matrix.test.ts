import { fileURLToPath } from 'node:url';
import { describe, it, type TestContext } from 'vitest';
import { ALL_FAULTS } from '../../bench/faults/all-faults.js';
import { type Fault, listFiles, type Place } from '../../bench/faults/fault.js';
import { LEAKFIX } from '../../bench/faults/leakfix-tool.js';
import { runTool, setUp, tearDown } from '../../bench/faults/stage.js';

async function stage(fault: Fault, { onTestFinished }: TestContext): Promise<Place> {
  const place = await setUp(fault);
  onTestFinished(() => tearDown(place));
  return place;
}

const faults = ALL_FAULTS.map((fault) => ({ ...fault, name: `row ${fault.row}: ${fault.title}` }));

describe.concurrent('the fault matrix', { timeout: 180_000 }, () => {
  it.for(faults.filter(({ launch }) => launch !== 'dies at its first write'))(
    '$name',
    async (fault, context) => {
      const place = await stage(fault, context);
      const before = await listFiles(place);
      const ending = await runTool(LEAKFIX, fault, place);
      context.expect(await fault.judge(place, ending)).toBeUndefined();
      context.expect(await listFiles(place)).toEqual(before);
    },
  );

  const deaths = faults
    .filter(({ launch }) => launch === 'dies at its first write')
    .flatMap((fault) => [1, 2, 3].map((write) => ({ ...fault, launch: undefined, write })));

  it.for(deaths)(
    '$name, here number $write, and nothing is left after the next start',
    async (fault, context) => {
      const { expect } = context;
      const place = await stage(fault, context);
      const before = await listFiles(place);
      const preload = fileURLToPath(new URL('die-at-write.mjs', import.meta.url));
      const environment = { NODE_OPTIONS: `--import=${preload}`, DIE_AT_WRITE: String(fault.write) };
      const ending = await runTool({ ...LEAKFIX, environment }, fault, place);
      expect(ending.signal).toBe('SIGKILL');
      expect(await fault.judge(place, ending)).toBeUndefined();
      expect((await runTool(LEAKFIX, fault, place)).exitCode).toBe(0);
      expect(await listFiles(place)).toEqual(before);
    },
  );
});
