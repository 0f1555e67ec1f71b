/** The servers that handlers talk to. */
export type ServerName = 'postgres' | 'redis' | 'mysql';

/** A handler with a leak, and what is sent to it. */
export interface LeakyHandler {
  readonly title: string;
  readonly server: ServerName;
  /** `PORT` stands for the server's. */
  readonly text: string;
  readonly events: readonly unknown[];
  /** How many of the events it closes the connection for. */
  readonly closing?: number;
  /** A pool of the module keeps its few connections open. */
  readonly isPooled?: boolean;
}

/** A row, no row, a cast that fails. */
const NUMBERS = [{ n: 1 }, { n: 2 }, { n: 'x' }];

/** A row, no row, an error, a statement without rows, on which the handler itself fails. */
const STATEMENTS = [{ sql: 'SELECT name' }, { sql: 'SELECT NONE' }, { sql: 'FAIL' }, { sql: 'UPDATE t' }];

/** Statements with rows: what throws in a callback ends the container, before and after. */
const QUERIES = STATEMENTS.slice(0, 3);

function answeringByCallback(driver: 'mysql' | 'mysql2'): string {
  return `
const mysql = require('${driver}');
exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  const connection = mysql.createConnection({ host: '127.0.0.1', port: PORT });
  connection.query(event.sql, (err, rows) => {
    if (err) return callback(err);
    if (rows.length === 0) return callback(null, 'nobody');
    callback(null, rows[0].name.toUpperCase());
  });
};
`;
}

export const HANDLERS: readonly LeakyHandler[] = [
  {
    title: 'pg, a client never closed',
    server: 'postgres',
    events: NUMBERS,
    text: `
const { Client } = require('pg');
exports.handler = async (event) => {
  const client = new Client({ host: '127.0.0.1', port: PORT, user: 'postgres' });
  await client.connect();
  const { rows } = await client.query('SELECT 7 AS n WHERE $1::int = 1', [event.n]);
  if (rows.length === 0) return 'none';
  return rows[0].n;
};
`,
  },
  {
    title: 'pg, a pool for each call, ended on success',
    server: 'postgres',
    events: NUMBERS,
    closing: 1,
    text: `
const { Pool } = require('pg');
exports.handler = async (event) => {
  const pool = new Pool({ host: '127.0.0.1', port: PORT, user: 'postgres', idleTimeoutMillis: 0 });
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 7 AS n WHERE $1::int = 1', [event.n]);
  client.release();
  if (rows.length === 0) return 'none';
  await pool.end();
  return rows[0].n;
};
`,
  },
  {
    title: "pg, a client of the module's pool",
    server: 'postgres',
    events: NUMBERS,
    isPooled: true,
    text: `
const { Pool } = require('pg');
const pool = new Pool({ host: '127.0.0.1', port: PORT, user: 'postgres', max: 5, connectionTimeoutMillis: 200 });
exports.handler = async (event) => {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 7 AS n WHERE $1::int = 1', [event.n]);
  if (rows.length === 0) return 'none';
  client.release();
  return rows[0].n;
};
`,
  },
  {
    title: 'redis, closed on success',
    server: 'redis',
    events: NUMBERS,
    closing: 1,
    text: `
const { createClient } = require('redis');
exports.handler = async (event) => {
  const client = createClient({ socket: { host: '127.0.0.1', port: PORT } });
  await client.connect();
  await client.set('redis', String(event.n));
  const n = await client.incr('redis');
  if (n === 3) return 'three';
  await client.quit();
  return n;
};
`,
  },
  {
    title: 'ioredis, closed on success',
    server: 'redis',
    events: NUMBERS,
    closing: 1,
    text: `
const Redis = require('ioredis');
exports.handler = async (event) => {
  const redis = new Redis({ host: '127.0.0.1', port: PORT });
  await redis.set('ioredis', event.n);
  const n = await redis.incr('ioredis');
  if (n === 3) return 'three';
  await redis.quit();
  return n;
};
`,
  },
  {
    title: 'mysql, promisified by hand',
    server: 'mysql',
    events: STATEMENTS,
    text: `
const mysql = require('mysql');
const { promisify } = require('util');
exports.handler = async (event) => {
  const connection = mysql.createConnection({ host: '127.0.0.1', port: PORT });
  const query = promisify(connection.query).bind(connection);
  const rows = await query(event.sql);
  if (rows.length === 0) return 'nobody';
  return rows[0].name.toUpperCase();
};
`,
  },
  {
    title: 'mysql, a handler with a callback',
    server: 'mysql',
    events: QUERIES,
    text: answeringByCallback('mysql'),
  },
  {
    title: 'mysql2, with callbacks',
    server: 'mysql',
    events: QUERIES,
    text: answeringByCallback('mysql2'),
  },
  {
    title: 'mysql2/promise, closed on success',
    server: 'mysql',
    events: STATEMENTS,
    closing: 1,
    text: `
const mysql = require('mysql2/promise');
exports.handler = async (event) => {
  const connection = await mysql.createConnection({ host: '127.0.0.1', port: PORT });
  const [rows] = await connection.query(event.sql);
  if (rows.length === 0) return 'nobody';
  const name = rows[0].name.toUpperCase();
  await connection.end();
  return name;
};
`,
  },
];
