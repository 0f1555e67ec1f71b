import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';

const HARMLESS_GLOBALS = new Set([
  'console',
  'process',
  'JSON',
  'Math',
  'Object',
  'Number',
  'String',
  'Date',
]);
const THROWING_METHODS = new Set(['parse']);

/** Which code of a function is looked at, and which names only finish it. */
export interface ExceptionScope {
  /** Default: all of the function. */
  readonly within?: readonly t.Node[];
  readonly finishing?: readonly Binding[];
}

/**
 * May code of the function, its callbacks included, throw an exception of its own? In callback form such an exception
 * ends the process; in direct style whoever awaits the function catches it.
 */
export function mayRunIntoException(
  file: SyntaxFile,
  fn: t.Function,
  { within = [fn.body], finishing = [] }: ExceptionScope = {},
): boolean {
  const isIn = (node: t.Node): boolean =>
    node !== fn && within.some((part) => part !== node && file.contains(part, node));
  return (
    file.nodes('ThrowStatement').some(isIn) ||
    file.nodes('MemberExpression').some((node) => isIn(node) && !isSafeObject(file, fn, node)) ||
    file.nodes('CallExpression').some((node) => isIn(node) && !isSafeCall(file, fn, node, finishing))
  );
}

/** Is what a member is read of certainly there? The module's own things are, and what an API gives its callback. */
function isSafeObject(file: SyntaxFile, fn: t.Function, member: t.MemberExpression): boolean {
  const object = unwrap(member.object);
  if (t.isThisExpression(object) || t.isLiteral(object) || t.isNewExpression(object)) return true;
  if (t.isMemberExpression(object))
    return file.isGlobal(object.object, 'process') && memberName(object) === 'env';
  if (!t.isIdentifier(object)) return false;
  const binding = file.bindingOf(object);
  if (!binding) return HARMLESS_GLOBALS.has(object.name);
  return t.isProgram(binding.scope) || (binding.kind === 'param' && binding.scope !== fn);
}

/** Calls that finish, and calls of methods of certain things; anything else may throw. */
function isSafeCall(
  file: SyntaxFile,
  fn: t.Function,
  call: t.CallExpression,
  finishing: readonly Binding[],
): boolean {
  const callee = unwrap(call.callee);
  if (t.isIdentifier(callee)) {
    const binding = file.bindingOf(callee);
    if (binding && finishing.includes(binding)) return true;
    return binding?.kind === 'param' && binding.scope === fn;
  }
  return t.isMemberExpression(callee) && !THROWING_METHODS.has(memberName(callee) ?? '');
}
