import { execFileSync } from 'node:child_process';

import { createFixture } from 'fs-fixture';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { invokeHandler } from '../../src/prove/index.js';
import type { Watch } from '../../src/prove/observation.js';
import { startStandIns, type StandIns } from '../../test/prove/stand-ins/start.js';

const binaries = (process.env['LEAKFIX_NODES'] ?? process.execPath).split(',');
const INVOCATIONS = 15;
const watches: Watch[] = ['off', 'work', 'work-and-stacks'];

/** Each handler answers with the processor time it took: other work on the machine doesn't count. */
const timed = (work: string): string =>
  `exports.handler = async () => {
    const start = process.cpuUsage();
    ${work};
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };`;

/** What a prototype with the same hooks took, on Node.js 20 and 24, in the order of `watches`. */
const workloads: Record<string, { source: string; prototype: Record<'20' | '24', string> }> = {
  '1,000 awaits': {
    source: timed('for (let i = 0; i < 1_000; i++) await null'),
    prototype: { 20: '0.28 / 1.05 / 30', 24: '0.07 / 0.84 / 24' },
  },
  '20,000 awaits': {
    source: timed('for (let i = 0; i < 20_000; i++) await null'),
    prototype: { 20: '5 / 187 / 517', 24: '1.1 / 78 / 578' },
  },
  '20 fetches': {
    source: timed('for (let i = 0; i < 20; i++) await (await fetch(process.env.HTTP_URL)).text()'),
    prototype: { 20: '21 / 19 / 32', 24: '5.6 / 6 / 25' },
  },
  'CPU-bound': {
    source: timed('let n = 0; for (let i = 0; i < 2_000_000; i++) n = (n * 31 + i) % 1_000_003'),
    prototype: { 20: '1.6 / 1.6 / 3.5', 24: '1.4 / 1.5 / 7.6' },
  },
};

let standIns: StandIns;

beforeAll(async () => {
  standIns = await startStandIns();
});

afterAll(() => standIns.stop());

it.each(binaries)('measures what watching costs on %s', async (node) => {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(version, watches.join(' / '), 'in ms, and the prototype on 20 and 24');
  for (const [name, { source, prototype }] of Object.entries(workloads)) {
    const medians: number[] = [];
    for (const watch of watches) medians.push(await median(source, watch, node));
    const figures = medians.map((ms) => ms.toFixed(2)).join(' / ');
    console.log(`  ${name}: ${figures}  (${prototype[20]}; ${prototype[24]})`);
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
