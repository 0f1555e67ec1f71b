import * as t from '@babel/types';

/** Statements that may run next; `unknown` when what runs next can't be told (another round of a loop). */
export type Next = readonly (t.Statement | 'unknown')[];

/** What becomes of a returned value. */
export type ReturnedValue =
  /** It is the function's answer. */
  | 'answer'
  /** It is the function's answer, and a promise ends before the `catch` or `finally` around. */
  | 'awaited-answer'
  /** A promise is the function's answer; anything else is dropped. */
  | 'promise-is-answer'
  /** It is dropped, but a promise is waited for, and its rejection goes to the `catch` around. */
  | 'awaited'
  /** It is dropped. */
  | 'dropped';

/** Where a list of statements stands in the result. */
export interface Place {
  /** What runs after the list, up to the end of the function. */
  readonly rest: Next;
  /** What runs after a `break`. */
  readonly afterBreak?: Next;
  /** Indentation of the list's statements in the result. */
  readonly indent: string;
  /** By how many levels the lines of the list are moved already. */
  readonly shift: number;
  /** The node whose scope holds names that are declared here in the result. */
  readonly scope: t.Node;
  /** Would a `throw` here land in a `catch` of this function? */
  readonly isCaught: boolean;
  /** What becomes of a value that is returned here today. */
  readonly returned: ReturnedValue;
  /** Is the end of the list the end of the function, so that a last `return;` says nothing? */
  readonly isFunctionEnd: boolean;
}

function isInert(statement: t.Statement): boolean {
  return t.isEmptyStatement(statement) || t.isFunctionDeclaration(statement);
}

function bareReturn(statement: t.Statement): statement is t.ReturnStatement {
  return t.isReturnStatement(statement) && !statement.argument;
}

/**
 * What runs after the statement at `index`, up to the end of the function: empty when nothing does.
 * Function declarations and empty statements are nothing.
 */
export function nextAfter(list: readonly t.Statement[], index: number, place: Place): Next {
  const next: (t.Statement | 'unknown')[] = [];
  for (const statement of list.slice(index + 1)) {
    if (isInert(statement)) continue;
    if (bareReturn(statement)) return next;
    if (t.isBreakStatement(statement) && !statement.label)
      return [...next, ...(place.afterBreak ?? ['unknown'])];
    if (t.isBreakStatement(statement) || t.isContinueStatement(statement)) return [...next, 'unknown'];
    next.push(statement);
    if (t.isReturnStatement(statement) || t.isThrowStatement(statement)) return next;
  }
  return [...next, ...place.rest];
}
