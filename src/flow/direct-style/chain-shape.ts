import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { Conversion } from './conversion.js';
import type { InlinedFunction } from './inline-body.js';

/** What a link of a chain is given to call. */
export type Reaction =
  | { readonly kind: 'none' }
  /** A completing name itself: `.catch(callback)`. */
  | { readonly kind: 'completion'; readonly identifier: t.Identifier }
  | { readonly kind: 'function'; readonly fn: InlinedFunction };

/** A promise and the last links of its chain: `promise.then(onValue).catch(onError)`. */
export interface Chain {
  /** What is awaited: the chain up to the links that finish the function. */
  readonly promise: t.Expression;
  readonly onValue: Reaction;
  readonly onError: Reaction;
  /** Does `onError` also take what `onValue` throws? */
  readonly coversBoth: boolean;
}

export interface Link {
  readonly method: string;
  readonly call: t.CallExpression;
  readonly object: t.Expression;
}

export function lastLink(node: t.Node): Link | undefined {
  const link = lastCall(node);
  return link && (link.method === 'then' || link.method === 'catch') ? link : undefined;
}

function lastCall(node: t.Node): Link | undefined {
  const call = unwrap(node);
  if (!t.isCallExpression(call)) return undefined;
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee) || !t.isExpression(callee.object)) return undefined;
  const method = memberName(callee);
  return method === undefined ? undefined : { method, call, object: callee.object };
}

/** A chain and the last words behind it: `chain.finally(() => …)`. */
export interface LastWords {
  readonly chain: t.Expression;
  readonly fn: t.ArrowFunctionExpression | t.FunctionExpression;
}

/** @returns undefined when nothing, or no function that is written out, stands behind the chain */
export function lastWordsOf(expression: t.Expression): LastWords | undefined {
  const link = lastCall(expression);
  const [only, ...more] = link?.call.arguments ?? [];
  const fn = only && unwrap(only);
  if (link?.method !== 'finally' || more.length > 0) return undefined;
  return t.isArrowFunctionExpression(fn) || t.isFunctionExpression(fn)
    ? { chain: link.object, fn }
    : undefined;
}

export function isPromiseChain(expression: t.Expression): boolean {
  return lastCall(expression)?.method === 'finally' || lastLink(expression) !== undefined;
}

function reactionOf(
  c: Conversion,
  node: t.Node | undefined,
  method: 'value' | 'error',
): Reaction | undefined {
  if (!node || t.isNullLiteral(node)) return { kind: 'none' };
  const fn = unwrap(node);
  if (t.isFunctionExpression(fn) || t.isArrowFunctionExpression(fn)) {
    const empty = method === 'value' ? completesWithNothing(c, fn) : undefined;
    if (empty) {
      c.understand(empty);
      return { kind: 'none' };
    }
    const completion = method === 'value' ? passesValueOn(c, fn) : undefined;
    return completion ? { kind: 'completion', identifier: completion } : { kind: 'function', fn };
  }
  const identifier = method === 'error' ? c.completions.asFailure(fn) : c.completions.asSuccess(fn);
  return identifier && { kind: 'completion', identifier };
}

/** The only thing that a function does, as an expression. */
export function onlyExpression({ body }: InlinedFunction): t.Expression | undefined {
  return t.isBlockStatement(body) ? onlyStatementExpression(body) : body;
}

/** The only thing that a block does, as an expression. */
export function onlyStatementExpression({ body }: t.BlockStatement): t.Expression | undefined {
  const [only, ...more] = body;
  if (more.length > 0) return undefined;
  if (t.isExpressionStatement(only)) return only.expression;
  return t.isReturnStatement(only) ? (only.argument ?? undefined) : undefined;
}

/** Is the function `value => callback(null, value)`? */
function passesValueOn(c: Conversion, fn: InlinedFunction): t.Identifier | undefined {
  const [parameter] = fn.params;
  const expression = onlyExpression(fn);
  const completion = expression && c.completions.completionOf(expression);
  if (!completion || completion.alwaysFails || !t.isIdentifier(parameter) || fn.async) return undefined;
  const isSuccess = !completion.error || t.isNullLiteral(completion.error);
  const isSame = completion.result && t.isIdentifier(completion.result, { name: parameter.name });
  const hasComments = c.file.commentsIn(startOf(fn), endOf(fn)).length > 0;
  return isSuccess && isSame && !hasComments ? completion.identifier : undefined;
}

/** Is the function `() => callback()`, in the place of which nothing is needed? */
function completesWithNothing(c: Conversion, fn: InlinedFunction): t.Identifier | undefined {
  const expression = onlyExpression(fn);
  const completion = expression && c.completions.completionOf(expression);
  if (!completion || completion.alwaysFails || completion.result || fn.async) return undefined;
  const isSuccess = !completion.error || t.isNullLiteral(completion.error);
  const hasComments = c.file.commentsIn(startOf(fn), endOf(fn)).length > 0;
  return isSuccess && !hasComments ? completion.identifier : undefined;
}

/** Reads the links of a chain that finish the function; undefined when the step is no such chain. */
export function readChain(c: Conversion, expression: t.Expression): Chain | undefined {
  const last = lastLink(expression);
  if (!last) return undefined;
  const [first, second] = last.call.arguments;
  const none: Reaction = { kind: 'none' };
  if (last.method === 'then') {
    const onValue = reactionOf(c, first, 'value');
    const onError = reactionOf(c, second, 'error');
    return onValue && onError && { promise: last.object, onValue, onError, coversBoth: false };
  }
  const onError = reactionOf(c, first, 'error');
  const before = lastLink(last.object);
  if (!onError) return undefined;
  if (
    !before ||
    before.method !== 'then' ||
    !c.completions.isIn(before.call.arguments[0] ?? before.object) ||
    before.call.arguments.length > 1
  )
    return { promise: last.object, onValue: none, onError, coversBoth: false };
  const onValue = reactionOf(c, before.call.arguments[0], 'value');
  return onValue && { promise: before.object, onValue, onError, coversBoth: true };
}
