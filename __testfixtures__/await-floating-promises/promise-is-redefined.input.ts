import Promise from 'bluebird-like-library';

export async function all(start: () => globalThis.Promise<void>): globalThis.Promise<unknown> {
  [start(), start()];
  return Promise;
}
