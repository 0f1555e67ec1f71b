import type * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason } from '../../src/transform.js';

export type FloatingCode =
  | 'floating-promise'
  | 'floating-promise-array'
  | 'handled-not-awaited'
  | 'voided-promise'
  | 'dropped-async-callback'
  | 'stored-not-awaited'
  | 'collected-not-awaited'
  | 'early-rejection'
  | 'async-executor';

/** A promise that nobody waits for, and how it would be waited for where it stands. */
export interface FloatingPromise {
  readonly code: FloatingCode;
  readonly file: SyntaxFile;
  /** The promise, or the array of promises. */
  readonly expression: t.Expression;
  readonly typeName: string;
  /** Who drops it, when that isn't the statement. */
  readonly droppedBy?: string;
  readonly mend: Mend;
}

export type Mend =
  | {
      /** `rewrite`: without a new `await` in the function around it. */
      readonly kind: 'await' | 'rewrite';
      readonly edits: readonly TextEdit[];
      /** `await Promise.all(…)` is written, so the name has to mean what it says. */
      readonly needsPromise: boolean;
      /** Why the fix is unsafe. */
      readonly concern?: Reason;
    }
  | { readonly kind: 'refuse'; readonly reason: Reason };
