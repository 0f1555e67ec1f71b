import type * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { Trigger } from './trigger.js';

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
  /** What calls it, as far as configuration tells. */
  readonly triggers: readonly Trigger[];
  /** The runtimes that configuration names for it: `nodejs22.x`. */
  readonly runtimes: readonly string[];
  /** Calls around the function, the outermost first: `middy(fn)`, `wrap(fn)`. */
  readonly wrappers: readonly t.CallExpression[];
}

/** A handler that somebody names but that no file of the run defines. */
export interface MissingHandler {
  /** As it is spelled: `functions/get.handler`, `src/get.js:handler`. */
  readonly handler: string;
  /** The configuration file that names it. Absolute; undefined when the user does, by an option. */
  readonly configuration: string | undefined;
}

/** A configuration file that could not be read. */
export interface ConfigurationProblem {
  /** Absolute. */
  readonly file: string;
  readonly message: string;
}

export interface HandlerFinder {
  /** The handlers in this version of the file, in source order. */
  handlersIn(file: SyntaxFile): readonly Handler[];
  /** To be asked after the files were looked at. */
  missing(): readonly MissingHandler[];
  readonly problems: readonly ConfigurationProblem[];
}
