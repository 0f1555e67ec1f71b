import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import mysql from 'mysql2';

/** The part of mysql2's server side that its types leave out. */
interface ServerConnection {
  serverHandshake(greeting: Readonly<Record<string, unknown>>): void;
  on(event: 'query', listener: (sql: string) => void): void;
  on(event: 'end' | 'error' | 'quit', listener: () => void): void;
  /** Every command counts its packets from 0. */
  _resetSequenceId(): void;
  stream: NodeJS.EventEmitter;
  writeOk(): void;
  writeEof(): void;
  writeColumns(columns: readonly Readonly<Record<string, unknown>>[]): void;
  writeTextRow(row: readonly unknown[]): void;
  writeError(error: { readonly message: string; readonly code: number }): void;
}

export interface MysqlServer {
  readonly port: number;
  /** How many connections clients opened, and how many of them are over. */
  readonly counts: { opened: number; closed: number };
  close(): Promise<void>;
}

const GREETING = {
  protocolVersion: 10,
  serverVersion: '8.0.0',
  connectionId: 1,
  statusFlags: 2,
  characterSet: 8,
  // Everything but SSL, compression, authentication by plugin and connection attributes.
  capabilityFlags: 0xffffff & ~(0x800 | 0x20 | 0x80000 | 0x100000 | 0x200000),
};

const COLUMN = {
  catalog: 'def',
  schema: 'test',
  table: 't',
  orgTable: 't',
  name: 'name',
  orgName: 'name',
  characterSet: 33,
  columnLength: 384,
  columnType: 253,
  flags: 0,
  decimals: 0,
};

function answer(connection: ServerConnection, sql: string): void {
  if (sql.includes('FAIL')) {
    connection.writeError({ message: 'You have an error in your SQL syntax', code: 1064 });
  } else if (sql.startsWith('SELECT')) {
    connection.writeColumns([COLUMN]);
    if (!sql.includes('NONE')) connection.writeTextRow(['Ada']);
    connection.writeEof();
  } else {
    connection.writeOk();
  }
}

/** A MySQL server that has one row for every `SELECT` but those with NONE, and an error for statements with FAIL. */
export async function startMysqlServer(): Promise<MysqlServer> {
  const counts = { opened: 0, closed: 0 };
  const server = mysql.createServer(() => undefined);
  server.on('connection', (connection: ServerConnection) => {
    counts.opened += 1;
    connection.stream.once('close', () => {
      counts.closed += 1;
    });
    connection.on('error', () => undefined);
    connection.serverHandshake({
      ...GREETING,
      authCallback: (_: unknown, accept: (error: null) => void) => {
        accept(null);
        connection._resetSequenceId();
      },
    });
    connection.on('query', (sql) => {
      answer(connection, sql);
      connection._resetSequenceId();
    });
  });
  server.listen(0);
  // mysql2's server wraps a net.Server, which it does not declare.
  const { _server } = server as unknown as { _server: import('node:net').Server };
  if (!_server.listening) await once(_server, 'listening');
  return {
    port: (_server.address() as AddressInfo).port,
    counts,
    close: async () => {
      _server.close();
      await once(_server, 'close');
    },
  };
}
