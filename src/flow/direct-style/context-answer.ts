import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';

const CONTEXT_METHODS = new Set(['succeed', 'fail', 'done']);

/** Is this use of Lambda's context `context.succeed`, `context.fail` or `context.done`? */
export function isContextMethod(file: SyntaxFile, use: t.Identifier): boolean {
  const member = file.parentOf(use);
  return (
    t.isMemberExpression(member) && member.object === use && CONTEXT_METHODS.has(memberName(member) ?? '')
  );
}

/** Is the context given to a function of the file that answers through it: `answer(event, context)`? */
export function isGivenToAnswerer(
  file: SyntaxFile,
  use: t.Identifier,
  seen: readonly t.Function[] = [],
): boolean {
  const call = file.parentOf(use);
  if (!t.isCallExpression(call) || !t.isIdentifier(call.callee)) return false;
  const fn = functionNamed(file, call.callee);
  if (!fn || seen.includes(fn)) return false;
  const index = call.arguments.findIndex((argument) => argument === use);
  return answersByContext(file, fn, index, seen);
}

/** Does the function answer through the context that it is given at this place, itself or by another function? */
export function answersByContext(
  file: SyntaxFile,
  fn: t.Function,
  index: number,
  seen: readonly t.Function[] = [],
): boolean {
  const parameter = fn.params[index];
  const binding: Binding | undefined = t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
  return (binding?.references ?? []).some(
    (reference) => isContextMethod(file, reference) || isGivenToAnswerer(file, reference, [...seen, fn]),
  );
}
