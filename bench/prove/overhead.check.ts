import { execFileSync } from 'node:child_process';

import { createFixture } from 'fs-fixture';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { invokeHandler } from '../../src/prove/index.js';
import type { Watch } from '../../src/prove/observation.js';
import { startStandIns, type StandIns } from '../../test/prove/stand-ins/start.js';

const binaries = (process.env['LEAKFIX_NODES'] ?? process.execPath).split(',');
const INVOCATIONS = 9;
const watches: Watch[] = ['off', 'work', 'work-and-stacks'];

/** Each handler answers with how long it took. */
const timed = (work: string): string =>
  `exports.handler = async () => { const start = performance.now(); ${work}; return performance.now() - start; };`;
const workloads: Record<string, string> = {
  '1,000 awaits': timed('for (let i = 0; i < 1_000; i++) await null'),
  '20,000 awaits': timed('for (let i = 0; i < 20_000; i++) await null'),
  '20 fetches': timed('for (let i = 0; i < 20; i++) await (await fetch(process.env.HTTP_URL)).text()'),
  'CPU-bound': timed('let n = 0; for (let i = 0; i < 2_000_000; i++) n = (n * 31 + i) % 1_000_003'),
};

let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns();
});

afterAll(() => standIns.stop());

it.each(binaries)('measures what watching costs on %s', async (node) => {
  console.log(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(), watches.join(' / '), 'in ms');
  for (const [name, source] of Object.entries(workloads)) {
    const medians: number[] = [];
    for (const watch of watches) medians.push(await median(source, watch, node));
    console.log(`  ${name}: ${medians.map((ms) => ms.toFixed(2)).join(' / ')}`);
    expect(medians.every((ms) => ms > 0)).toBe(true);
  }
});

async function median(source: string, watch: Watch, node: string): Promise<number> {
  await using fixture = await createFixture({ 'handler.js': source });
  const { outcomes } = await invokeHandler({
    file: fixture.getPath('handler.js'),
    exportName: 'handler',
    runtime: 'nodejs22.x',
    events: [{}],
    invocations: INVOCATIONS,
    timeoutMs: 30_000,
    env: standIns.env,
    node,
    watch,
    pause: { kind: 'window', ms: 20 },
  });
  const times = outcomes.flatMap((outcome) => (outcome.kind === 'response' ? [Number(outcome.body)] : []));
  return times.sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}
