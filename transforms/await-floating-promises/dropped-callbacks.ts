import * as t from '@babel/types';
import { awaitArrayCall } from '../../src/flow/array-callback.js';
import type { ArrayMethodCall } from '../../src/flow/function-position.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/**
 * `xs.forEach(async …)`: `forEach` drops what its callback returns, and so does a `map` whose result is dropped. On a
 * handler path timers are asked about too: what await-timers could not let end.
 */
export function findDroppedCallbacks(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) => [
    ...file
      .nodes('ExpressionStatement')
      .flatMap(({ expression }) => droppedByArray(context, file, expression)),
    ...file.nodes('CallExpression').flatMap((call) => droppedByTimer(file, call, isOnHandlerPath)),
  ]);
}

function droppedByArray(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
): readonly FloatingPromise[] {
  const array = callPerItem(expression);
  const callback = array?.call.arguments[0];
  const typeName = callback && promiseReturnedBy(context, file, callback);
  if (!array || typeName === undefined) return [];
  const { method } = array;
  // What a `map` of known type gives is a statement like any other.
  if (method === 'map' && context.types.typeOf(file.rangeOf(array.callee.object)).is === 'yes') return [];
  const mend = mendOf(context, file, array);
  return [{ code: 'dropped-async-callback', file, expression, typeName, droppedBy: method, mend }];
}

function droppedByTimer(
  file: SyntaxFile,
  call: t.CallExpression,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  const [callback] = call.arguments;
  const timer = TIMERS.find((name) => isGlobalMember(file, call.callee, name));
  if (timer === undefined || !t.isFunction(callback) || !callback.async) return [];
  if (settlesPromiseAround(file, callback) || !isOnHandlerPath(file, call)) return [];
  return [
    {
      code: 'dropped-async-callback',
      file,
      expression: call,
      typeName: 'Promise',
      droppedBy: timer,
      mend: { kind: 'refuse', reason: { code: 'gives-no-promise', data: { name: timer } } },
    },
  ];
}

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process.nextTick'];

function isGlobalMember(file: SyntaxFile, callee: t.Node, path: string): boolean {
  const [name = '', member] = path.split('.');
  if (member === undefined) return file.isGlobal(callee, name);
  return t.isMemberExpression(callee) && memberName(callee) === member && file.isGlobal(callee.object, name);
}

/** `new Promise((resolve) => setTimeout(async () => { …; resolve(); }))`: the promise around it waits. */
function settlesPromiseAround(file: SyntaxFile, callback: t.Function): boolean {
  for (const ancestor of file.ancestors(callback)) {
    const maker = file.parentOf(ancestor);
    if (!t.isFunction(ancestor) || !t.isNewExpression(maker)) continue;
    const settlers = ancestor.params.flatMap((parameter) =>
      t.isIdentifier(parameter) ? (file.bindingOf(parameter)?.references ?? []) : [],
    );
    if (settlers.some((reference) => file.contains(callback, reference))) return true;
  }
  return false;
}

function callPerItem(expression: t.Expression): ArrayMethodCall | undefined {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return undefined;
  const { callee } = expression;
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return undefined;
  const method = memberName(callee);
  return method === 'forEach' || method === 'map' ? { call: expression, callee, method } : undefined;
}

/** The type of the promise that a callback returns; undefined when it isn't known to return one. */
function promiseReturnedBy(
  context: TransformContext,
  file: SyntaxFile,
  callback: t.Node,
): string | undefined {
  if (t.isFunction(callback)) {
    if (callback.async && !callback.generator) return 'Promise';
    if (t.isBlockStatement(callback.body)) return undefined;
    const thenable = context.types.thenable(file.rangeOf(callback.body));
    return thenable.is === 'yes' && thenable.value.shape === 'single' ? thenable.value.typeName : undefined;
  }
  if (!t.isIdentifier(callback)) return undefined;
  const type = context.types.typeOf(file.rangeOf(callback));
  return type.is === 'yes' ? /=> (Promise<[^|]*>)$/.exec(type.value)?.[1] : undefined;
}

function mendOf(context: TransformContext, file: SyntaxFile, array: ArrayMethodCall): Mend {
  const result = awaitArrayCall(file, context.types, array);
  return result.ok
    ? { kind: 'await', edits: result.edits, needsPromise: true }
    : { kind: 'refuse', reason: result.reason };
}
