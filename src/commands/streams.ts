import type { Paint } from '../report/colour.js';

/** Where a command prints: what it was asked for on `out`, everything else on `err`. */
export interface Streams {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
}
