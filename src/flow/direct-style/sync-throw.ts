import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
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
export function mayThrow(file: SyntaxFile, expression: t.Node): boolean {
  const node = unwrap(expression);
  if (!t.isCallExpression(node)) return !isHarmless(effectOf(file, node));
  const mayArgumentThrow = node.arguments.some((argument) => mayThrow(file, argument));
  if (mayArgumentThrow) return true;
  const callee = unwrap(node.callee);
  if (isAsyncFunction(file, callee) || isFetch(file, callee)) return false;
  if (!t.isMemberExpression(callee)) return !isHarmless(effectOf(file, node));
  const name = memberName(callee) ?? '';
  if (file.isGlobal(callee.object, 'Promise')) return !PROMISE_MAKERS.has(name);
  if (CHAIN_METHODS.has(name)) return mayThrow(file, callee.object);
  if (name === 'promise' && node.arguments.length === 0) return mayRequestThrow(file, callee.object);
  return !isHarmless(effectOf(file, node));
}

/** `client.method(params)` of `.promise()`. */
function mayRequestThrow(file: SyntaxFile, request: t.Node): boolean {
  const node = unwrap(request);
  if (!t.isCallExpression(node) || !t.isMemberExpression(unwrap(node.callee))) return true;
  return node.arguments.some((argument) => mayThrow(file, argument));
}
