import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { endOf } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';
import type { TransformContext } from '../transform.js';

export interface FunctionInFile {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
}

/** The function that a name of the file stands for, when it is never assigned anything else. */
export function functionNamed(file: SyntaxFile, identifier: t.Identifier): t.Function | undefined {
  const binding = file.bindingOf(identifier);
  if (!binding || binding.writes.length > 0) return undefined;
  const parent = file.parentOf(binding.identifier);
  if (t.isFunctionDeclaration(parent) && parent.id === binding.identifier) return parent;
  if (!t.isVariableDeclarator(parent) || parent.id !== binding.identifier || !parent.init) return undefined;
  const init = unwrap(parent.init);
  return t.isFunction(init) ? init : undefined;
}

/**
 * The project's own function that a call runs: through names of the file, imports, `require` and members, by types.
 *
 * @returns undefined when it is not known, or not in the project.
 */
export function calledFunction(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
): FunctionInFile | undefined {
  const callee = unwrap(call.callee);
  if (t.isFunction(callee)) return { file, fn: callee };
  const named = t.isIdentifier(callee) ? functionNamed(file, callee) : undefined;
  return named ? { file, fn: named } : declaredFunction(context, file, call);
}

/** The project's own function that a name or member stands for; undefined when it is not known. */
export function functionBehind(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Node,
): FunctionInFile | undefined {
  const node = unwrap(expression);
  const named = t.isIdentifier(node) ? functionNamed(file, node) : undefined;
  return named ? { file, fn: named } : declaredFunction(context, file, node);
}

function declaredFunction(
  context: TransformContext,
  file: SyntaxFile,
  node: t.Node,
): FunctionInFile | undefined {
  const declaration = context.types.declarationOf(file.rangeOf(node));
  const range = declaration.is === 'yes' ? declaration.value.range : undefined;
  const target = range && context.fileAt(range.file);
  const fn = target
    ?.nodesAt(range?.start ?? -1)
    .find((found) => t.isFunction(found) && endOf(found) === range?.end);
  return target && fn && t.isFunction(fn) ? { file: target, fn } : undefined;
}
