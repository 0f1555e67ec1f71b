import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HANDLERS, type LeakyHandler, type ServerName } from './servers/handlers.js';
import { startMysqlServer } from './servers/mysql-server.js';
import { type CountingServer, installServers, startPostgres, startRedis } from './servers/start-servers.js';
import { answersOf, firstDifference, outcomesOf, rewritten } from './servers/warm-container.js';

const USAGE = `npm run servers -- [--invocations=<n>] [--only=<part of a title>]

Runs handlers that leak connections against PostgreSQL, Redis and a MySQL server, before and after leakfix, in a warm
container with 1,024 descriptors. Prints how many connections the server saw opened and closed, and exits with 1 when
some stay open, or an answer differs. Installs Debian's postgresql and redis-server where they are missing.
`;

/** By then a container with 1,024 descriptors is out of them, when every invocation leaves one open. */
const UNTIL_EXHAUSTED = 1030;

function untilExhausted({ events, closing = 0 }: LeakyHandler): number {
  return Math.ceil((UNTIL_EXHAUSTED * events.length) / (events.length - closing));
}

interface Row {
  readonly title: string;
  /** The first invocation that was answered differently because of the leak. */
  readonly failedBefore: number | undefined;
  readonly opened: number;
  readonly closed: number;
  readonly failedAfter: number | undefined;
}

function valueOf(name: string): string | undefined {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function start(name: ServerName): Promise<CountingServer> {
  if (name === 'postgres') return startPostgres();
  if (name === 'redis') return startRedis();
  const server = await startMysqlServer();
  return {
    port: server.port,
    counts: () => Promise.resolve({ ...server.counts }),
    stop: () => server.close(),
  };
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

async function tryHandler(
  folder: string,
  server: CountingServer,
  handler: LeakyHandler,
  invocations: number,
): Promise<Row> {
  const { title, text, events } = handler;
  const before = text.replaceAll('PORT', String(server.port));
  const after = await rewritten(folder, before);
  if (after === undefined) throw new Error(`${title}: nothing was rewritten`);
  const expected = answersOf(await outcomesOf(folder, before, events, events.length));
  const leaking = answersOf(await outcomesOf(folder, before, events, untilExhausted(handler)));
  const start = await settled(server);
  const mended = answersOf(await outcomesOf(folder, after, events, invocations));
  const end = await settled(server);
  return {
    title,
    failedBefore: firstDifference(leaking, expected),
    opened: end.opened - start.opened,
    closed: end.closed - start.closed,
    failedAfter: firstDifference(mended, expected),
  };
}

function isGood(row: Row, { isPooled = false }: LeakyHandler, invocations: number): boolean {
  const isOpened = isPooled ? row.opened < UNTIL_EXHAUSTED / 10 : row.opened === invocations;
  const isMended = row.failedBefore !== undefined && row.failedAfter === undefined;
  return isMended && row.opened === row.closed && isOpened;
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function toLine({ title, failedBefore, opened, closed, failedAfter }: Row, isFine: boolean): string {
  const answers = failedAfter === undefined ? 'the same' : `another at ${String(failedAfter)}`;
  return line([title, failedBefore ?? 'never', opened, closed, answers, isFine ? '✓' : '✗']);
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  const invocations = Number(valueOf('invocations') ?? 1100);
  const handlers = HANDLERS.filter(({ title }) => title.includes(valueOf('only') ?? ''));
  installServers();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-servers-')));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const servers = new Map<ServerName, CountingServer>();
  try {
    process.stdout.write(line(['handler', 'fails before at', 'opened', 'closed', 'answers after', '']));
    process.stdout.write(line(['---', '---', '---', '---', '---', '---']));
    for (const handler of handlers) {
      const server = servers.get(handler.server) ?? (await start(handler.server));
      servers.set(handler.server, server);
      const row = await tryHandler(folder, server, handler, invocations);
      const isFine = isGood(row, handler, invocations);
      process.stdout.write(toLine(row, isFine));
      if (!isFine) process.exitCode = 1;
    }
  } finally {
    for (const server of servers.values()) await server.stop();
    rmSync(folder, { recursive: true });
  }
}

await main();
