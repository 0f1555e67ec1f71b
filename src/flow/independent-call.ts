import * as t from '@babel/types';
import { memberName } from '../syntax/unwrap.js';
import { originOf } from '../syntax/origin.js';
import { endOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { TransformContext } from '../transform.js';
import { findChangeOfOuterState } from './outer-state.js';

/**
 * Modules whose calls don't depend on one another, because each is a request of its own or names its own file: any
 * number of them may be under way at once. A database connection is not one of them: its calls queue up, and a
 * transaction or a session makes their order matter.
 */
const INDEPENDENT_MODULES =
  /^(?:aws-sdk|@aws-sdk\/.+|axios|got|ky|node-fetch|undici|superagent|fs|fs\/promises|timers\/promises)$/;

const INDEPENDENT_GLOBALS = new Set(['fetch']);
const MAX_DEPTH = 4;

/**
 * Is it certain that calls of this kind may overlap: does the call, and every project function that it calls, touch
 * nothing but what is independent of other calls?
 */
export function isIndependentCall(
  context: TransformContext,
  file: SyntaxFile,
  call: t.Expression,
  depth = 0,
): boolean {
  if (depth > MAX_DEPTH) return false;
  if (!t.isCallExpression(call) && !t.isOptionalCallExpression(call)) return false;
  const { callee } = call;
  if (t.isIdentifier(callee) && INDEPENDENT_GLOBALS.has(callee.name) && file.isGlobal(callee, callee.name))
    return true;
  const origin = originOf(file, callee);
  if (origin && INDEPENDENT_MODULES.test(origin.module)) return true;
  if (isChainedOnPromise(callee))
    return t.isExpression(callee.object) && isIndependentCall(context, file, callee.object, depth + 1);
  const declaration = context.types.declarationOf(file.rangeOf(call));
  if (declaration.is !== 'yes') return false;
  const { module, range } = declaration.value;
  // What the language itself declares computes, but `Promise.all` stands for whatever it is given.
  if (module?.startsWith('lib.')) return depth > 0;
  if (module !== undefined && INDEPENDENT_MODULES.test(module.replace(/^node:/, ''))) return true;
  if (!range) return false;
  const target = context.fileAt(range.file);
  const fn = target?.nodesAt(range.start).find((node) => t.isFunction(node) && endOf(node) === range.end);
  return target !== undefined && t.isFunction(fn) && isIndependentFunction(context, target, fn, depth + 1);
}

function isChainedOnPromise(callee: t.Node): callee is t.MemberExpression {
  return t.isMemberExpression(callee) && /^(?:then|catch|finally|promise)$/.test(memberName(callee) ?? '');
}

function isIndependentFunction(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  depth: number,
): boolean {
  if (findChangeOfOuterState(file, fn)) return false;
  const calls = [...file.nodes('CallExpression'), ...file.nodes('OptionalCallExpression')];
  return calls
    .filter((call) => file.contains(fn.body, call))
    .every((call) => isHarmlessCall(file, call) || isIndependentCall(context, file, call, depth));
}

const HARMLESS_GLOBALS = new Set([
  'console',
  'JSON',
  'Math',
  'Object',
  'String',
  'Number',
  'Boolean',
  'Array',
  'Date',
  'Promise',
  'Buffer',
]);

/** A computation, or a line of a log. */
function isHarmlessCall(file: SyntaxFile, call: t.CallExpression | t.OptionalCallExpression): boolean {
  let root: t.Node = call.callee;
  while (t.isMemberExpression(root) || t.isOptionalMemberExpression(root)) root = root.object;
  return t.isIdentifier(root) && HARMLESS_GLOBALS.has(root.name) && file.isGlobal(root, root.name);
}
