import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { effectOf, isHarmless } from './effects.js';

const PROMISE_MAKERS = new Set(['all', 'allSettled', 'race', 'any', 'resolve', 'reject']);
const CHAIN_METHODS = new Set(['then', 'catch', 'finally']);

function isAsyncFunction(file: SyntaxFile, callee: t.Node): boolean {
  if (!t.isIdentifier(callee)) return false;
  const binding = file.bindingOf(callee);
  const declaration = binding && file.parentOf(binding.identifier);
  if (!declaration || binding.writes.length > 0) return false;
  if (t.isFunctionDeclaration(declaration)) return declaration.async;
  return t.isVariableDeclarator(declaration) && t.isFunction(declaration.init) && declaration.init.async;
}

function isFetch(file: SyntaxFile, callee: t.Node): boolean {
  return t.isIdentifier(callee) && /^(?:fetch|axios)$/.test(callee.name) && effectOf(file, callee) === 'none';
}

/**
 * May evaluating the expression throw, where a promise that it gives would reject?
 * Requests of the AWS SDK never do: wrong parameters reject.
 */
export function mayThrow(file: SyntaxFile, expression: t.Node, seen: readonly t.Function[] = []): boolean {
  const node = unwrap(expression);
  if (!t.isCallExpression(node)) return !isHarmless(effectOf(file, node));
  const mayArgumentThrow = node.arguments.some((argument) => mayThrow(file, argument, seen));
  if (mayArgumentThrow) return true;
  const callee = unwrap(node.callee);
  if (isAsyncFunction(file, callee) || isFetch(file, callee)) return false;
  if (t.isIdentifier(callee)) return mayNamedThrow(file, callee, seen);
  if (!t.isMemberExpression(callee)) return true;
  const name = memberName(callee) ?? '';
  if (file.isGlobal(callee.object, 'Promise')) return !PROMISE_MAKERS.has(name);
  if (CHAIN_METHODS.has(name)) return mayThrow(file, callee.object, seen);
  if (name === 'promise' && node.arguments.length === 0) return mayRequestThrow(file, callee.object, seen);
  return !isHarmless(effectOf(file, node));
}

/** `client.method(params)` of `.promise()`. */
function mayRequestThrow(file: SyntaxFile, request: t.Node, seen: readonly t.Function[]): boolean {
  const node = unwrap(request);
  if (!t.isCallExpression(node) || !t.isMemberExpression(unwrap(node.callee))) return true;
  return node.arguments.some((argument) => mayThrow(file, argument, seen));
}

/** A function of the file that declares variables and returns: may one of its expressions throw? */
function mayNamedThrow(file: SyntaxFile, callee: t.Identifier, seen: readonly t.Function[]): boolean {
  const fn = functionNamed(file, callee);
  if (!fn || fn.generator || seen.includes(fn)) return true;
  const inside = [...seen, fn];
  if (fn.params.some((parameter) => !t.isIdentifier(parameter))) return true;
  if (!t.isBlockStatement(fn.body)) return mayThrow(file, fn.body, inside);
  return fn.body.body.some((statement) => {
    if (t.isReturnStatement(statement))
      return statement.argument ? mayThrow(file, statement.argument, inside) : false;
    if (t.isExpressionStatement(statement)) return !isHarmless(effectOf(file, statement.expression));
    if (!t.isVariableDeclaration(statement)) return true;
    return statement.declarations.some(
      ({ id, init }) => !t.isIdentifier(id) || (init ? mayThrow(file, init, inside) : false),
    );
  });
}
