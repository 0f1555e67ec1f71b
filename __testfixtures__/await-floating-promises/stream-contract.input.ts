import { Writable } from 'node:stream';

declare function put(key: string): Promise<void>;

export class Sink extends Writable {
  override _final(done: () => void): void {
    put('end');
    done();
  }
}
