import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

import { createFixture } from 'fs-fixture';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { invokeHandler } from '../../src/prove/index.js';
import type { Watch } from '../../src/prove/observation.js';
import { startStandIns, type StandIns } from '../../test/prove/stand-ins/start.js';

const binaries = (process.env['LEAKFIX_NODES'] ?? process.execPath).split(',');
const INVOCATIONS = 15;
const watches: Watch[] = ['off', 'work', 'work-and-stacks'];

/**
 * Each handler answers with the processor time it took, since other work on the machine doesn't count, and the most
 * memory that the process ever had.
 */
const timed = (work: string): string =>
  `exports.handler = async () => {
    const start = process.cpuUsage();
    ${work};
    const { user, system } = process.cpuUsage(start);
    return { ms: (user + system) / 1_000, mb: process.resourceUsage().maxRSS / 1_024 };
  };`;

interface Cost {
  ms: number;
  mb: number;
}

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
  console.log(version, watches.join(' / '), 'in ms, and the prototype on 20 and 24; memory in MB');
  for (const [name, { source, prototype }] of Object.entries(workloads)) {
    const costs: Cost[] = [];
    for (const watch of watches) costs.push(await costOf(source, watch, node));
    const times = costs.map(({ ms }) => ms.toFixed(2)).join(' / ');
    const memory = costs.map(({ mb }) => mb.toFixed(0)).join(' / ');
    console.log(`  ${name}: ${times}  (${prototype[20]}; ${prototype[24]}); ${memory} MB`);
    expect(costs.every(({ ms }) => ms > 0)).toBe(true);
  }
});

it.each([
  ['3 invocations', 3, '0.43 s'],
  ['50 invocations', 50, '2.2 s'],
])('measures how long the command takes for %s of a leaking timer', async (name, invocations, prototype) => {
  await using fixture = await createFixture({
    'handler.js': 'exports.handler = async () => void setTimeout(() => {}, 20);',
  });
  const command = path.join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli.js');
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const parameters = [command, 'prove', 'handler.js', `--invocations=${invocations}`];
    const { status } = spawnSync(process.execPath, parameters, { cwd: fixture.path });
    expect(status).toBe(1);
    return (performance.now() - start) / 1_000;
  });
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  const nothing = (performance.now() - start) / 1_000;
  console.log(
    `${name}: ${Math.min(...seconds).toFixed(2)} s, the best of 5 (${prototype}); node -e 0: ${nothing.toFixed(2)} s`,
  );
});

/** The median of the times, and the most memory. */
async function costOf(source: string, watch: Watch, node: string): Promise<Cost> {
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
    pauseAfter: () => ({ kind: 'window', ms: 20 }),
  });
  const costs = outcomes.flatMap((outcome) =>
    outcome.kind === 'response' ? [JSON.parse(outcome.body) as Cost] : [],
  );
  const times = costs.map(({ ms }) => ms).sort((left, right) => left - right);
  return { ms: times[Math.floor(times.length / 2)] ?? 0, mb: costs.at(-1)?.mb ?? 0 };
}
