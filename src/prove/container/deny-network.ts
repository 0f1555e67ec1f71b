import dns from 'node:dns';
import { isIP, Socket } from 'node:net';

import { logLine } from './function-logs.js';

type Call<This = unknown> = (this: This, ...values: unknown[]) => unknown;

interface Connecting {
  connect: Call<Connecting>;
  destroy: (error: Error) => void;
}

/**
 * Lets the handler reach this machine only. Every TCP and TLS client, also fetch and the SDKs, connects
 * through `net.Socket`, so that is the one place to stand in the way.
 */
export function denyNetwork(): void {
  const socket = Socket.prototype as unknown as Connecting;
  const connect = socket.connect;
  socket.connect = function (this: Connecting, ...values) {
    const host = targetOf(values);
    if (host === undefined || isLoopback(host)) return connect.apply(this, values);
    process.nextTick(() => {
      this.destroy(refusal('connect', host));
    });
    return this;
  };

  const names = dns as unknown as { lookup: Call };
  const lookup = names.lookup;
  names.lookup = function (this: unknown, ...values) {
    const [host, callback] = [values[0], values.at(-1)];
    if (typeof host !== 'string' || isLoopback(host) || isIP(host) !== 0 || typeof callback !== 'function') {
      return lookup.apply(this, values);
    }
    process.nextTick(callback, refusal('lookup', host));
    return {};
  };
}

/** The host that a call of `connect` names, in any of its forms; undefined for a path or no host at all. */
function targetOf(values: readonly unknown[]): string | undefined {
  // Node.js itself passes an array of its normalised arguments.
  const [first, second] = Array.isArray(values[0]) ? (values[0] as unknown[]) : values;
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: unknown; path?: unknown };
    return typeof host === 'string' && typeof path !== 'string' ? host : undefined;
  }
  return typeof second === 'string' ? second : undefined;
}

function isLoopback(host: string): boolean {
  return /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|0\.0\.0\.0|::|)$/.test(
    host,
  );
}

/** Libraries often hide the cause of a failure, so it is logged as well. */
function refusal(syscall: string, host: string): Error {
  const message = `${syscall} ${host}: leakfix prove denies the network, see --allow-network`;
  logLine('warn', message);
  const error = new Error(message);
  return Object.assign(error, { code: 'ECONNREFUSED', syscall, address: host });
}
