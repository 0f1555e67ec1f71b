import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';

const CHAIN = new Set(['then', 'catch', 'finally', 'fail']);

/** Methods with which a function both returns a promise and calls back. */
const DUAL = new Set(['nodeify', 'asCallback']);

/** Says how a use of a function's callback keeps it from being called exactly once, for reasons. */
export function describeUse(file: SyntaxFile, use: t.Node, callback: Binding): string {
  return describeExpression(file, use) ?? describeSurroundings(file, use, callback);
}

/** What the statement does with the callback, if anything but calling it. */
function describeExpression(file: SyntaxFile, use: t.Node): string | undefined {
  let child = use;
  for (const ancestor of file.ancestors(use)) {
    const isTest =
      ((t.isIfStatement(ancestor) || t.isConditionalExpression(ancestor)) && ancestor.test === child) ||
      (t.isLogicalExpression(ancestor) && ancestor.left === child);
    if (isTest) return 'its callback is optional';
    if (t.isCallExpression(ancestor) && ancestor.callee !== child) return describeReceiver(file, ancestor);
    if (t.isFunction(ancestor) || t.isStatement(ancestor)) return undefined;
    child = ancestor;
  }
  return undefined;
}

/** What else may call it more than once, or later. */
function describeSurroundings(file: SyntaxFile, use: t.Node, callback: Binding): string {
  for (const ancestor of file.ancestors(use)) {
    if (ancestor === callback.scope) break;
    if (t.isLoop(ancestor)) return 'the callback is used in a loop';
    const callee = t.isCallExpression(ancestor) ? unwrap(ancestor.callee) : undefined;
    const method = t.isMemberExpression(callee) ? memberName(callee) : undefined;
    if (method !== undefined && CHAIN.has(method)) return 'a promise chain calls the callback';
  }
  return 'the callback is used otherwise than by calling it';
}

function describeReceiver(file: SyntaxFile, call: t.CallExpression): string {
  const callee = unwrap(call.callee);
  const name = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  if (name !== undefined && DUAL.has(name)) return 'it returns a promise as well as calling back';
  const [text = ''] = file.slice(callee).split(/\r?\n/);
  return `the callback is given to \`${text}\``;
}

/** Says why a callback parameter that is assigned to may not be the function that was passed. */
export function describeAssignment(file: SyntaxFile, callback: Binding): string {
  for (const write of callback.writes) {
    const assignment = file.parentOf(write);
    if (!t.isAssignmentExpression(assignment)) continue;
    const value = unwrap(assignment.right);
    const isParameter = t.isIdentifier(value) && file.bindingOf(value)?.scope === callback.scope;
    if (isParameter && file.bindingOf(value)?.kind === 'param')
      return 'its arguments are shifted, so that the callback may be any of several';
    if (t.isCallExpression(value))
      return `the callback is replaced by what \`${file.slice(value.callee)}\` makes of it`;
    if (t.isLogicalExpression(value) || t.isFunction(value) || t.isConditionalExpression(value))
      return 'its callback is optional';
  }
  return 'the callback is assigned';
}
