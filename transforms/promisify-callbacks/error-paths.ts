import * as t from '@babel/types';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';

/** `throw err`, `return done(err)`: the branch does nothing with the error but hand it on. */
function handsOn(branch: t.Statement, error: string): boolean {
  const [only, ...more] = t.isBlockStatement(branch) ? branch.body : [branch];
  if (!only || more.some((statement) => !t.isReturnStatement(statement) || statement.argument)) return false;
  if (t.isThrowStatement(only)) return t.isIdentifier(only.argument, { name: error });
  const expression = t.isReturnStatement(only)
    ? only.argument
    : t.isExpressionStatement(only)
      ? only.expression
      : null;
  return t.isCallExpression(expression) && t.isIdentifier(expression.arguments[0], { name: error });
}

function callbackPassesOn(callback: t.Function): boolean {
  const [error] = callback.params;
  if (!t.isIdentifier(error) || !t.isBlockStatement(callback.body)) return false;
  const [head] = callback.body.body;
  return (
    t.isIfStatement(head) &&
    t.isIdentifier(unwrap(head.test), { name: error.name }) &&
    handsOn(head.consequent, error.name)
  );
}

/** Is the node inside a `try` block whose errors a `catch` of the same function gets? */
export function isCaught(file: SyntaxFile, node: t.Node): boolean {
  let child = node;
  for (const ancestor of file.ancestors(node)) {
    if (t.isFunction(ancestor)) return false;
    if (t.isTryStatement(ancestor) && ancestor.handler && ancestor.block === child) return true;
    child = ancestor;
  }
  return false;
}

function constantReferences(file: SyntaxFile, promisified: t.CallExpression): readonly t.Node[] {
  const declarator = file.parentOf(promisified);
  const binding =
    t.isVariableDeclarator(declarator) && t.isIdentifier(declarator.id)
      ? file.bindingOf(declarator.id)
      : undefined;
  return binding?.references ?? [promisified];
}

/**
 * Does a failure of the call only travel on, without anybody who acts on it?
 *
 * @param call a call with a callback, or a promisified function where it is made or called
 */
export function passesErrorsOn(file: SyntaxFile, call: t.CallExpression): boolean {
  const last = call.arguments.at(-1);
  const callback = last && unwrap(last);
  if (callback && t.isFunction(callback)) return callbackPassesOn(callback);
  return constantReferences(file, call).every((use) => !isCaught(file, use));
}
