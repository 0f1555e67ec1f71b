import type * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** How leakfix knows that Lambda calls a function. */
export type HandlerEvidence = 'configuration' | 'type' | 'shape' | 'option';

/** A function that Lambda calls. */
export interface Handler {
  readonly file: string;
  /** `handler`; `default` for a default export; `Controller.get` for a member. */
  readonly exportName: string;
  /** The handler's own function, inside any wrappers. */
  readonly fn: t.Function;
  readonly evidence: HandlerEvidence;
  /** Calls around the function, the outermost first: `middy(fn)`, `wrap(fn)`. */
  readonly wrappers: readonly t.CallExpression[];
}

export interface HandlerFinder {
  /** The handlers in this version of the file, in source order. */
  handlersIn(file: SyntaxFile): readonly Handler[];
  /** Handlers that a configuration file names but that no file of the run defines: `functions/get.handler`. */
  missing(): readonly string[];
}
