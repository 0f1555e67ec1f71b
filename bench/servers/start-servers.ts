import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A real server, and how many connections it saw. */
export interface CountingServer {
  readonly port: number;
  counts(): Promise<{ readonly opened: number; readonly closed: number }>;
  stop(): Promise<void>;
}

const POSTGRES = '/usr/lib/postgresql';

/** Debian's packages, where they are not there yet. */
export function installServers(): void {
  if (existsSync(POSTGRES) && existsSync('/usr/bin/redis-server')) return;
  execFileSync('apt-get', ['update'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', 'postgresql', 'redis-server'], { stdio: 'inherit' });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await exit;
}

function occurrences(file: string, text: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split(text).length - 1 : 0;
}

async function until(isReady: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await isReady()) return;
    await delay(100);
  }
  throw new Error('the server did not start');
}

/** PostgreSQL refuses to run as root, so that its own user does it there. */
function asPostgres(command: string, args: readonly string[]): [string, string[]] {
  return userInfo().uid === 0
    ? ['runuser', ['-u', 'postgres', '--', command, ...args]]
    : [command, [...args]];
}

/** A cluster of its own, whose log has a line for each connection that begins and ends. */
export async function startPostgres(): Promise<CountingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'leakfix-postgres-'));
  chmodSync(folder, 0o777);
  const [version] = readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a));
  const bin = join(POSTGRES, version ?? '', 'bin');
  const data = join(folder, 'data');
  execFileSync(...asPostgres(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres']), {
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    log_connections: 'on',
    log_disconnections: 'on',
    logging_collector: 'on',
    log_directory: folder,
    log_filename: 'log',
    log_file_mode: '0644',
    max_connections: '1200',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = asPostgres(join(bin, 'postgres'), ['-D', data, ...options]);
  const server = spawn(command, args, { stdio: 'ignore', cwd: folder });
  const log = join(folder, 'log');
  await until(() => occurrences(log, 'ready to accept connections') > 0);
  return {
    port,
    counts: () =>
      Promise.resolve({
        opened: occurrences(log, 'connection authorized'),
        closed: occurrences(log, 'disconnection: session time'),
      }),
    stop: async () => {
      const pid = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0];
      const exit = once(server, 'exit');
      process.kill(Number(pid), 'SIGINT');
      await exit;
      rmSync(folder, { recursive: true });
    },
  };
}

export async function startRedis(): Promise<CountingServer> {
  const port = await freePort();
  const args = ['--port', String(port), '--save', '', '--appendonly', 'no', '--maxclients', '1300'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => 100 });
  client.on('error', () => undefined);
  await until(() =>
    client.ping().then(
      () => true,
      () => false,
    ),
  );
  const figure = async (name: string): Promise<number> =>
    Number(new RegExp(`${name}:(\\d+)`).exec(await client.info())?.[1] ?? 0);
  return {
    port,
    counts: async () => {
      const opened = await figure('total_connections_received');
      return { opened, closed: opened - (await figure('connected_clients')) + 1 };
    },
    stop: async () => {
      client.disconnect();
      await end(server);
    },
  };
}
