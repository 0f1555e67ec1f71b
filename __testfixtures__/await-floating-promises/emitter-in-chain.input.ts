import { EventEmitter } from 'node:events';

declare function log(line: string): Promise<void>;

function onLine(line: string): void {
  log(line);
}

export const lines = new EventEmitter();
lines.on('line', onLine);
