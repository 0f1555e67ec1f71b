import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import type { TransformContext } from '../transform.js';
import { calledFunction, type FunctionInFile } from './called-function.js';

const MAX_DEPTH = 4;

/**
 * Does a function give, by its promise, what the function that it is given as an argument gives?
 * `const withClient = (fn) => connect().then(fn).finally(close)` does.
 *
 * @param index which argument
 * @returns false when it isn't certain
 */
export function givesResultOfArgument(
  context: TransformContext,
  { file, fn }: FunctionInFile,
  index: number,
  depth = 0,
): boolean {
  const parameter = fn.params[index];
  const binding = t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
  if (!binding || fn.generator || depth > MAX_DEPTH) return false;
  if (binding.writes.length > 0 || binding.references.length !== 1) return false;
  const returned = returnedExpressions(file, fn);
  const [only] = returned;
  return returned.length === 1 && only !== undefined && givesResultOf(context, file, binding, only, depth);
}

/** What the function returns; empty when it may end without a value. */
function returnedExpressions(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
  if (!t.isBlockStatement(fn.body)) return [fn.body];
  const own = file.nodes('ReturnStatement').filter((node) => file.enclosingFunction(node) === fn);
  const [only] = own;
  return own.length === 1 && only?.argument && fn.body.body.at(-1) === only ? [only.argument] : [];
}

function givesResultOf(
  context: TransformContext,
  file: SyntaxFile,
  given: Binding,
  expression: t.Node,
  depth: number,
): boolean {
  const call = unwrap(t.isAwaitExpression(expression) ? expression.argument : expression);
  if (!t.isCallExpression(call)) return false;
  const isGiven = (node: t.Node): boolean => {
    const inner = unwrap(node);
    return t.isIdentifier(inner) && file.bindingOf(inner) === given;
  };
  const callee = unwrap(call.callee);
  const method = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  if (t.isMemberExpression(callee) && method === 'finally')
    return givesResultOf(context, file, given, callee.object, depth);
  const [first, ...others] = call.arguments;
  if (method === 'then' && first && isGiven(first)) return others.length === 0;
  const index = call.arguments.findIndex(isGiven);
  const called = index >= 0 ? calledFunction(context, file, call) : undefined;
  return called !== undefined && givesResultOfArgument(context, called, index, depth + 1);
}
