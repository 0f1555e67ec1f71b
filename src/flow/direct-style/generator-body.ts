import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { callsCoroutine, wrapperOf } from '../coroutine.js';
import { isThenable } from '../is-thenable.js';
import type { Conversion } from './conversion.js';

/**
 * Writes a generator function that `co.wrap` runs as an async one: each `yield` of a promise becomes `await`. `co` takes
 * arrays, objects, generators and functions as well, and fails for anything else, which `await` doesn't. The keyword
 * `async` is the caller's.
 */
export function convertGenerator(c: Conversion): void {
  const { file, fn } = c;
  const wrapper = wrapperOf(file, fn);
  if (!wrapper) {
    c.refuse('not-convertible', 'a generator function', fn);
    return;
  }
  const star = file.text.indexOf('*', startOf(fn));
  const edges = [
    [startOf(wrapper), startOf(fn)],
    [startOf(fn), star],
    [endOf(fn), endOf(wrapper)],
  ] as const;
  if (edges.some(([start, end]) => file.commentsIn(start, end).length > 0))
    c.refuse('not-convertible', 'a comment stands beside the generator function', fn);
  c.droppedArguments.push(wrapper.callee);
  c.replace(startOf(wrapper), startOf(fn), '');
  c.edits.remove(star, star + 1);
  c.replace(endOf(fn), endOf(wrapper), '');
  convertYields(c, fn);
}

/** Each `yield` of a generator function becomes `await`. */
export function convertYields(c: Conversion, fn: t.Function): void {
  for (const node of c.file.nodes('YieldExpression'))
    if (c.file.enclosingFunction(node) === fn) convertYield(c, node);
}

function convertYield(c: Conversion, node: t.YieldExpression): void {
  const { file } = c;
  const { argument, delegate } = node;
  if (!argument || delegate || !isPromise(c, argument)) {
    const [line = ''] = file.slice(node).split(/\r?\n/);
    c.refuse('not-convertible', `\`${line}\` may give \`co\` something else than a promise`, node);
    return;
  }
  c.awaited.push(argument);
  c.edits.replace(startOf(node), startOf(node) + 'yield'.length, 'await');
  const inner = argument.extra?.parenthesized ? argument : unwrap(argument);
  const isOperand =
    t.isCallExpression(inner) ||
    t.isIdentifier(inner) ||
    t.isMemberExpression(inner) ||
    t.isNewExpression(inner);
  if (isOperand || argument.extra?.parenthesized) return;
  c.edits.insert(startOf(argument), '(');
  c.edits.insert(endOf(argument), ')');
}

function isPromise(c: Conversion, argument: t.Expression): boolean {
  return callsCoroutine(c.file, argument) || isThenable(c.context, c.file, argument) === 'yes';
}
