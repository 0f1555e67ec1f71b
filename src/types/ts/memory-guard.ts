import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The heap is nearly full. V8 would end the process without a word to us, so this comes before. */
export class NotEnoughMemoryError extends Error {
  override readonly name = 'NotEnoughMemoryError';

  constructor(megabytes: number) {
    super(
      `its types need more memory than the ${megabytes} MB that Node.js may use; ` +
        `type NODE_OPTIONS=--max-old-space-size=${2 * megabytes} before the command`,
    );
  }
}

/** Shares of the heap: above the first it is looked at closely, above the second, with no garbage in it, it is full. */
const SUSPICIOUS = 0.85;
const FULL = 0.8;

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** New objects have room of their own, which is no help to those that stay. */
const YOUNG_BYTES = 48 * BYTES_PER_MEGABYTE;

let collectGarbage: (() => void) | undefined;

/**
 * To be called where memory grows: before a file is parsed for the checker, and before it is asked.
 *
 * @throws NotEnoughMemoryError
 */
export function ensureMemory(): void {
  if (usedShare() < SUSPICIOUS) return;
  collectGarbage ??= findCollector();
  collectGarbage();
  if (usedShare() < FULL) return;
  throw new NotEnoughMemoryError(Math.round(getHeapStatistics().heap_size_limit / BYTES_PER_MEGABYTE));
}

function usedShare(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / (limit - YOUNG_BYTES);
}

/** Node.js shows its collector only to those who start it with a flag; a new context may be given it later. */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
