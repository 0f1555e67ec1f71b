import { format } from 'node:util';

import type { Frame } from '../observation.js';
import type { Channel } from './channel.js';
import { userFrames } from './observe/user-frames.js';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'log'] as const;

let requestId = '';
let write: (level: string, text: string, place?: Frame) => void = () => undefined;

/** Sends what is printed with console to the host, under the id of the request that runs at that moment. */
export function captureConsole(channel: Channel): void {
  write = (level, text, place) => {
    channel.send({ type: 'log', requestId, level, text, ...(place && { place }) });
  };
  for (const level of levels) {
    console[level] = (...values: unknown[]) => {
      write(level === 'log' ? 'info' : level, format(...values));
    };
  }
}

/** Later lines, also those of work that an earlier request left behind, are printed under this id. */
export function logUnder(nextRequestId: string): void {
  requestId = nextRequestId;
}

/** Adds a line to the function's log. */
export function logLine(level: string, text: string): void {
  write(level, text);
}

/** Logs an error as the runtime does before it reports it. */
export function logRuntimeError(what: string, error: Error): void {
  const text = `${what} ${error.stack ?? error.message}`;
  write('runtime', text, userFrames(text).frames[0]);
}
