import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invokeHandler, type Outcome } from '../../src/prove/index.js';
import { run } from '../../src/run.js';
import { type CountingServer, installServers, startPostgres, startRedis } from './start-servers.js';

/** A row, no row, an error. */
const EVENTS = [{ n: 1 }, { n: 2 }, { n: 'x' }];

const INVOCATIONS = 1100;
const DESCRIPTORS = 1024;

const HANDLERS = {
  'pg, a client never closed': `
const { Client } = require('pg');
exports.handler = async (event) => {
  const client = new Client({ host: '127.0.0.1', port: PORT, user: 'postgres' });
  await client.connect();
  const { rows } = await client.query('SELECT 7 AS n WHERE $1::int = 1', [event.n]);
  if (rows.length === 0) return 'none';
  return rows[0].n;
};
`,
  'pg, a pool and its client for each call': `
const { Pool } = require('pg');
exports.handler = async (event) => {
  const pool = new Pool({ host: '127.0.0.1', port: PORT, user: 'postgres' });
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 7 AS n WHERE $1::int = 1', [event.n]);
  client.release();
  if (rows.length === 0) return 'none';
  await pool.end();
  return rows[0].n;
};
`,
  'ioredis, closed on success only': `
const Redis = require('ioredis');
exports.handler = async (event) => {
  const redis = new Redis({ host: '127.0.0.1', port: PORT });
  await redis.set('n', event.n);
  const n = await redis.incr('n');
  if (n === 3) return 'three';
  await redis.quit();
  return n;
};
`,
} as const;

type Title = keyof typeof HANDLERS;

const servers = new Map<'pg' | 'ioredis', CountingServer>();
let folder: string;

beforeAll(async () => {
  installServers();
  servers.set('pg', await startPostgres());
  servers.set('ioredis', await startRedis());
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-servers-')));
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
});

afterAll(async () => {
  for (const server of servers.values()) await server.stop();
  rmSync(folder, { recursive: true });
});

function serverOf(title: Title): CountingServer {
  const server = servers.get(title.startsWith('pg') ? 'pg' : 'ioredis');
  if (!server) throw new Error('no server');
  return server;
}

async function outcomesOf(text: string, invocations: number): Promise<readonly Outcome[]> {
  const file = join(folder, 'index.js');
  writeFileSync(file, text);
  const { outcomes } = await invokeHandler({
    file,
    exportName: 'handler',
    runtime: 'nodejs22.x',
    events: EVENTS,
    invocations,
    fdLimit: DESCRIPTORS,
  });
  return outcomes;
}

async function rewritten(text: string): Promise<string> {
  const file = join(folder, 'index.js');
  writeFileSync(file, text);
  const { report } = await run({ cwd: folder, paths: ['index.js'], only: ['close-connections'] });
  const change = report.changes.find((candidate) => candidate.file === file);
  if (!change) throw new Error('nothing was rewritten');
  return change.after;
}

/** Containers that are gone have closed their sockets by then. */
async function settled(server: CountingServer): Promise<{ opened: number; closed: number }> {
  let counts = await server.counts();
  for (let wait = 0; wait < 100 && counts.closed < counts.opened; wait += 1) {
    await delay(100);
    counts = await server.counts();
  }
  return counts;
}

describe.each(Object.keys(HANDLERS) as Title[])('%s', (title) => {
  test('opens and closes as many connections over 1,100 warm invocations', async () => {
    const server = serverOf(title);
    const text = HANDLERS[title].replaceAll('PORT', String(server.port));
    const before = await outcomesOf(text, EVENTS.length);
    const start = await settled(server);
    const after = await outcomesOf(await rewritten(text), INVOCATIONS);
    const done = await settled(server);
    const figures = { opened: done.opened - start.opened, closed: done.closed - start.closed };
    console.log(title, figures);
    expect(figures).toEqual({ opened: INVOCATIONS, closed: INVOCATIONS });
    expect(
      after
        .slice(-EVENTS.length)
        .map((outcome) => JSON.stringify(outcome))
        .sort(),
    ).toEqual(before.map((outcome) => JSON.stringify(outcome)).sort());
  });
});

test('a client for each call uses the descriptors up near invocation 1,005', async () => {
  const title = 'pg, a client never closed';
  const outcomes = await outcomesOf(HANDLERS[title].replaceAll('PORT', String(serverOf(title).port)), 1030);
  const first = outcomes.findIndex((outcome) => JSON.stringify(outcome).includes('EMFILE'));
  console.log(`first EMFILE at invocation ${String(first + 1)}`);
  expect(first).toBeGreaterThan(950);
  expect(first).toBeLessThan(1024);
});
