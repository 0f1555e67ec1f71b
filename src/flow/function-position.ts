import * as t from '@babel/types';
import { memberName } from '../syntax/unwrap.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { findHandingOver } from './handed-over-object.js';

/** What the place where a function stands does with the promise that it will return once it is async. */
export type FunctionPosition =
  /** It has a name, so whoever calls it can be looked up. */
  | { readonly kind: 'named' }
  /** Called on the spot: `(() => { … })()`. */
  | { readonly kind: 'called'; readonly call: t.CallExpression }
  /** Handed to somebody who waits for the promise: `.then(f)`, a test runner. */
  | { readonly kind: 'awaited' }
  /** The callback of an array method. */
  | { readonly kind: 'array-callback'; readonly call: ArrayMethodCall }
  /** Used in a way that nobody would wait for. */
  | { readonly kind: 'value'; readonly node: t.Node };

export interface ArrayMethodCall {
  readonly call: t.CallExpression | t.OptionalCallExpression;
  readonly callee: t.MemberExpression | t.OptionalMemberExpression;
  readonly method: string;
}

const ARRAY_METHODS = new Set([
  'forEach',
  'map',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
  'reduce',
  'reduceRight',
  'sort',
  'toSorted',
  'flatMap',
]);
const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);
/** Mocha, Jest, Vitest, node:test: they wait for what a callback without parameters returns. */
const TEST_CALLBACKS = new Set([
  'it',
  'test',
  'before',
  'after',
  'beforeEach',
  'afterEach',
  'beforeAll',
  'afterAll',
]);

/**
 * @param value the function itself, or a name that stands for it
 * @param fn the function
 */
export function positionOf(file: SyntaxFile, value: t.Node, fn: t.Function): FunctionPosition {
  const handedOver = value === fn ? findHandingOver(file, fn) : undefined;
  if (handedOver) return { kind: 'value', node: handedOver };
  if (value === fn && (!t.isExpression(fn) || isNamedBy(file.parentOf(fn), fn))) return { kind: 'named' };
  const parent = file.parentOf(value);
  if (t.isTSAsExpression(parent) || t.isTSNonNullExpression(parent) || t.isTSSatisfiesExpression(parent))
    return positionOf(file, parent, fn);
  if (t.isCallExpression(parent) && parent.callee === value) return { kind: 'called', call: parent };
  if (!t.isCallExpression(parent) && !t.isOptionalCallExpression(parent))
    return { kind: 'value', node: value };
  return argumentPosition(file, parent, value, fn);
}

function isNamedBy(holder: t.Node | undefined, fn: t.Function): boolean {
  if (t.isVariableDeclarator(holder)) return t.isIdentifier(holder.id);
  if (t.isAssignmentExpression(holder)) return holder.operator === '=' && holder.right === fn;
  if (t.isClassPrivateProperty(holder)) return holder.value === fn;
  if (t.isObjectProperty(holder) || t.isClassProperty(holder)) return holder.value === fn && !holder.computed;
  return t.isExportDefaultDeclaration(holder);
}

function argumentPosition(
  file: SyntaxFile,
  call: t.CallExpression | t.OptionalCallExpression,
  value: t.Node,
  fn: t.Function,
): FunctionPosition {
  const { callee } = call;
  if (isTestCallback(file, callee) && fn.params.length === 0) return { kind: 'awaited' };
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee))
    return { kind: 'value', node: value };
  const method = memberName(callee) ?? '';
  if (PROMISE_METHODS.has(method)) return { kind: 'awaited' };
  if (ARRAY_METHODS.has(method) && call.arguments[0] === value)
    return { kind: 'array-callback', call: { call, callee, method } };
  return { kind: 'value', node: value };
}

/** Is it what a test runner gives for tests and hooks: `it`, `before`, `it.only`? */
export function isTestCallback(file: SyntaxFile, callee: t.Node): boolean {
  if (t.isIdentifier(callee)) {
    const kind = file.bindingOf(callee)?.kind;
    return TEST_CALLBACKS.has(callee.name) && (kind === undefined || kind === 'import');
  }
  return (
    t.isMemberExpression(callee) &&
    /^(?:only|skip)$/.test(memberName(callee) ?? '') &&
    isTestCallback(file, callee.object)
  );
}
