import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invokeHandler, type Outcome } from '../../src/prove/index.js';
import { run } from '../../src/run.js';
import { type MysqlServer, startMysqlServer } from '../../bench/servers/mysql-server.js';

const EVENTS = [{ sql: 'SELECT name' }, { sql: 'SELECT NONE' }, { sql: 'FAIL' }, { sql: 'UPDATE t' }];

/** The function's descriptor limit on Lambda. */
const DESCRIPTORS = 1024;

const HANDLERS = {
  'mysql2/promise, never closed': `
const mysql = require('mysql2/promise');
exports.handler = async (event) => {
  const conn = await mysql.createConnection({ host: '127.0.0.1', port: PORT });
  const [rows] = await conn.query(event.sql);
  if (rows.length === 0) return 'nobody';
  return rows[0].name.toUpperCase();
};
`,
  'mysql2/promise, closed on some paths': `
const mysql = require('mysql2/promise');
exports.handler = async (event) => {
  let conn;
  try {
    conn = await mysql.createConnection({ host: '127.0.0.1', port: PORT });
    const [rows] = await conn.query(event.sql);
    if (rows.length === 0) {
      await conn.end();
      return 'nobody';
    }
    const name = rows[0].name.toUpperCase();
    await conn.end();
    return name;
  } catch (error) {
    return error.message;
  }
};
`,
  'mysql2, promisified': `
const mysql = require('mysql2');
const { promisify } = require('util');
exports.handler = async (event) => {
  const conn = mysql.createConnection({ host: '127.0.0.1', port: PORT });
  const query = promisify(conn.query).bind(conn);
  const rows = await query(event.sql);
  return rows.length === 0 ? 'nobody' : rows[0].name.toUpperCase();
};
`,
  'mysql2/promise, a pool for each call': `
const mysql = require('mysql2/promise');
exports.handler = async (event) => {
  const pool = mysql.createPool({ host: '127.0.0.1', port: PORT, connectionLimit: 2 });
  const conn = await pool.getConnection();
  const [rows] = await conn.query(event.sql);
  conn.release();
  return rows.length === 0 ? 'nobody' : rows[0].name.toUpperCase();
};
`,
} as const;

let server: MysqlServer;
let folder: string;

beforeAll(async () => {
  server = await startMysqlServer();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-warm-')));
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function write(text: string): string {
  const file = join(folder, 'index.js');
  writeFileSync(file, text.replaceAll('PORT', String(server.port)));
  return file;
}

async function rewritten(text: string): Promise<string> {
  const file = write(text);
  const { report } = await run({ cwd: folder, paths: ['index.js'], only: ['close-connections'] });
  const [change] = report.changes.filter((candidate) => candidate.file === file);
  if (!change) throw new Error('nothing was rewritten');
  return change.after;
}

async function outcomesOf(text: string, invocations: number): Promise<readonly Outcome[]> {
  const { outcomes } = await invokeHandler({
    file: write(text),
    exportName: 'handler',
    runtime: 'nodejs22.x',
    events: EVENTS,
    invocations,
    fdLimit: DESCRIPTORS,
  });
  return outcomes;
}

/** The sockets of a container that is gone are closed by then. */
async function settled(): Promise<void> {
  for (let wait = 0; wait < 100 && server.counts.closed < server.counts.opened; wait += 1) await delay(10);
}

/** Answers only: whose stack it was and how a message names the descriptor limit is another matter. */
function answers(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => JSON.stringify(outcome));
}

describe.each(Object.entries(HANDLERS))('%s', (_, text) => {
  test('opens and closes as many connections over 1,100 warm invocations, with the same answers', async () => {
    const before = await outcomesOf(text, EVENTS.length);
    await settled();
    const openedBefore = server.counts.opened;
    const after = await outcomesOf(await rewritten(text), 1100);
    const openedAfter = server.counts.opened;
    expect(openedAfter - openedBefore).toBe(1100);
    await settled();
    expect(server.counts.closed).toBe(openedAfter);
    expect(new Set(answers(after))).toEqual(new Set(answers(before)));
    expect(answers(after).slice(-EVENTS.length)).toEqual(answers(before));
  }, 240_000);
});

test('without the rewrite the descriptors are used up near invocation 1,005', async () => {
  const text = HANDLERS['mysql2/promise, never closed'];
  const outcomes = await outcomesOf(text, 1030);
  const first = outcomes.findIndex((outcome) => JSON.stringify(outcome).includes('EMFILE'));
  expect(first).toBeGreaterThan(950);
  expect(first).toBeLessThan(1024);
  await settled();
}, 240_000);
