import * as t from '@babel/types';
import { isInTryOfItsFunction } from '../../src/flow/awaited-call.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import { isCaught } from './error-paths.js';

export interface CallInFile {
  readonly file: SyntaxFile;
  readonly call: t.CallExpression;
}

/** All uses of the function, when it is known that they are calls of it; undefined otherwise. */
export function knownCallsOf(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
): readonly CallInFile[] | undefined {
  const usage = context.types.usageOf(file.rangeOf(fn));
  if (usage.is !== 'yes' || usage.value.related.length > 0) return undefined;
  const uses = usage.value.references.filter(({ kind }) => kind !== 'mention');
  const calls = uses.flatMap((use): readonly CallInFile[] => {
    const where = use.kind === 'call' ? context.fileAt(use.file) : undefined;
    const call = where?.nodesAt(use.start).find((node) => t.isCallExpression(node) && node.end === use.end);
    return where && t.isCallExpression(call) ? [{ file: where, call }] : [];
  });
  return calls.length === uses.length ? calls : undefined;
}

/** Is an exception of the call the same as a rejection of its promise, for the function that it stands in? */
export function isAwaitedAtOnce(file: SyntaxFile, promise: t.Node): boolean {
  const parent = file.parentOf(promise);
  if (t.isAwaitExpression(parent)) return true;
  const isReturned =
    t.isReturnStatement(parent) || (t.isArrowFunctionExpression(parent) && parent.body === promise);
  return (
    isReturned && file.enclosingFunction(promise)?.async === true && !isInTryOfItsFunction(file, promise)
  );
}

/** Does the function that calls do nothing about a failure but fail as well? */
export function passesFailureOn({ file, call }: CallInFile): boolean {
  const parent = file.parentOf(call);
  return (isAwaitedAtOnce(file, call) || t.isExpressionStatement(parent)) && !isCaught(file, call);
}
