import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { isTypeScript } from '../../syntax/is-typescript.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';

/** Thrown again or logged, an error may be of any type. */
function isUsedAsUnknown(file: SyntaxFile, reference: t.Node): boolean {
  const parent = file.parentOf(reference);
  if (t.isThrowStatement(parent)) return true;
  return (
    t.isCallExpression(parent) &&
    t.isMemberExpression(parent.callee) &&
    file.isGlobal(parent.callee.object, 'console') &&
    ['debug', 'error', 'info', 'log', 'warn'].includes(memberName(parent.callee) ?? '')
  );
}

/**
 * The type that the parameter of a `catch` clause, or the variable that holds what it caught, needs in place of the type
 * that the callback's parameter had: TypeScript allows nothing but `any` and `unknown` there.
 *
 * @returns `: any`, or nothing where it isn't needed
 */
export function typeOfCaught(file: SyntaxFile, error: Binding): string {
  if (!isTypeScript(file.path)) return '';
  return error.references.every((reference) => isUsedAsUnknown(file, reference)) ? '' : ': any';
}
