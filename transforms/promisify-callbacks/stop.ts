import type { Reason } from '../../src/transform.js';

/** Thrown to leave a search for what must be converted together at the first obstacle. */
export class Stop extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}
