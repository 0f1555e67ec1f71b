import { EventEmitter } from 'node:events';

declare function put(key: string): Promise<void>;

export function listen(events: EventEmitter): void {
  events.on('key', (key: string) => {
    put(key);
  });
}
