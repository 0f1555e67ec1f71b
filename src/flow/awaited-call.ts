import * as t from '@babel/types';
import type { TextEdit } from '../edit/text-edit.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason } from '../transform.js';
import { isArgumentOfPromiseAll } from './array-callback.js';
import { awaitStatementEdits, awaitValueEdits } from './await-insertion.js';

/** What a call needs once the function it calls returns a promise. */
export type CallNeeds =
  /** Its promise is waited for already, or handed on to one who waits. */
  | { readonly kind: 'nothing' }
  /** Its promise is what the function around it returns. */
  | { readonly kind: 'passed-on' }
  | { readonly kind: 'await'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'stop'; readonly reason: Reason };

export function needsOfCall(file: SyntaxFile, call: t.CallExpression | t.OptionalCallExpression): CallNeeds {
  const parent = file.parentOf(call);
  if (t.isAwaitExpression(parent) || isArgumentOfPromiseAll(file, call)) return { kind: 'nothing' };
  if (t.isArrayExpression(parent) && isArgumentOfPromiseAll(file, parent)) return { kind: 'nothing' };
  if (isContinuedOptionalChain(call, parent))
    return {
      kind: 'stop',
      reason: {
        code: 'not-convertible',
        data: { what: 'an optional chain goes on' },
        places: [file.rangeOf(call)],
      },
    };
  if (isReturned(call, parent) && !isInTryOfItsFunction(file, call)) return { kind: 'passed-on' };
  const edits = t.isExpressionStatement(parent) ? awaitStatementEdits(call) : awaitValueEdits(file, call);
  return { kind: 'await', edits };
}

/** In `a?.f().x` the `.x` is skipped when `a` is nothing; `(await a?.f()).x` would fail. */
function isContinuedOptionalChain(call: t.Node, parent: t.Node | undefined): boolean {
  return (
    t.isOptionalCallExpression(call) &&
    ((t.isOptionalMemberExpression(parent) && parent.object === call) ||
      (t.isOptionalCallExpression(parent) && parent.callee === call))
  );
}

function isReturned(call: t.Node, parent: t.Node | undefined): boolean {
  return t.isReturnStatement(parent) || (t.isArrowFunctionExpression(parent) && parent.body === call);
}

/**
 * `try { return f() } catch …` catches what `f` throws, and `finally` runs when `f` is done; with a promise that takes
 * `return await f()`.
 */
export function isInTryOfItsFunction(file: SyntaxFile, node: t.Node): boolean {
  let child = node;
  for (const ancestor of file.ancestors(node)) {
    if (t.isFunction(ancestor)) return false;
    if (t.isTryStatement(ancestor)) {
      if (ancestor.block === child) return true;
      if (ancestor.finalizer && ancestor.finalizer !== child) return true;
    }
    child = ancestor;
  }
  return false;
}
