import * as t from '@babel/types';
import { memberName } from '../syntax/unwrap.js';
import { startOf, type SyntaxFile } from '../syntax/syntax-file.js';

const MUTATORS = new Set([
  'push',
  'unshift',
  'pop',
  'shift',
  'splice',
  'set',
  'add',
  'delete',
  'clear',
  'append',
]);

/**
 * The first place where a function changes something that lives outside it: a variable, or a collection. While calls of
 * the function overlap, such changes come in another order than one call after the other makes them.
 */
export function findChangeOfOuterState(file: SyntaxFile, fn: t.Function): t.Node | undefined {
  const changes = [
    ...file.nodes('AssignmentExpression').filter(({ left }) => isRootedOutside(file, fn, left)),
    ...file.nodes('UpdateExpression').filter(({ argument }) => isRootedOutside(file, fn, argument)),
    ...file.nodes('CallExpression').filter(({ callee }) => {
      if (!t.isMemberExpression(callee) || !MUTATORS.has(memberName(callee) ?? '')) return false;
      return isRootedOutside(file, fn, callee.object);
    }),
  ];
  return changes.filter((node) => file.contains(fn.body, node)).sort((a, b) => startOf(a) - startOf(b))[0];
}

function isRootedOutside(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  if (t.isMemberExpression(node)) return isRootedOutside(file, fn, node.object);
  if (t.isThisExpression(node)) return true;
  if (!t.isIdentifier(node)) return t.isPattern(node);
  const binding = file.bindingOf(node);
  return binding === undefined || !file.contains(fn, binding.identifier);
}
