import * as t from '@babel/types';
import { isKnownCallbackCall } from '../../src/flow/promise-form.js';
import { startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { TransformContext } from '../../src/transform.js';

/** What people call the first parameter of an error-first callback. */
const ERROR_NAME = /^_*(?:e|er|err|error|ex|exc|exception|err\d|\w+Err|\w+Error)_*$/;

/** A call whose last argument is an error-first callback, written out. */
export interface CallbackCall {
  readonly call: t.CallExpression;
  readonly callback: t.FunctionExpression | t.ArrowFunctionExpression;
}

function callbackOf(call: t.CallExpression): CallbackCall['callback'] | undefined {
  const last = call.arguments.at(-1);
  const inner = last && unwrap(last);
  return t.isFunctionExpression(inner) || t.isArrowFunctionExpression(inner) ? inner : undefined;
}

function hasErrorName(callback: CallbackCall['callback']): boolean {
  const [first] = callback.params;
  return t.isIdentifier(first) && ERROR_NAME.test(first.name);
}

/** `errors.map((error) => …)` */
const ARRAY_METHOD = /^(?:forEach|map|flatMap|filter|find\w*|some|every|reduce|sort)$/;

/** `promise.catch((err) => …)`, `emitter.on('error', (err) => …)`: no completion. */
function isErrorListener({ call, callback }: CallbackCall): boolean {
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property)) return false;
  const { name } = callee.property;
  if (ARRAY_METHOD.test(name) && call.arguments.length === 1) return true;
  return (
    /^(?:on|once|addListener|then|catch|fail|spread|caught|nodeify|use|all|param)$/.test(name) &&
    callback.params.length <= 4
  );
}

const foundIn = new WeakMap<TransformContext, Map<SyntaxFile, readonly CallbackCall[]>>();

/** The error-first calls of a file: by the tables and by types, and by the name of the callback's first parameter. */
export function findCallbackCalls(context: TransformContext, file: SyntaxFile): readonly CallbackCall[] {
  const byFile = foundIn.get(context) ?? new Map<SyntaxFile, readonly CallbackCall[]>();
  foundIn.set(context, byFile);
  const found = byFile.get(file) ?? search(context, file);
  byFile.set(file, found);
  return found;
}

function search(context: TransformContext, file: SyntaxFile): readonly CallbackCall[] {
  return file
    .nodes('CallExpression')
    .flatMap((call) => {
      const callback = callbackOf(call);
      return callback ? [{ call, callback }] : [];
    })
    .filter((found) => {
      if (isErrorListener(found)) return false;
      if (isKnownCallbackCall(context.fileAt, file, found.call) || hasErrorName(found.callback)) return true;
      return context.types.errorFirstCallback(file.rangeOf(found.call)).is === 'yes';
    })
    .sort((a, b) => startOf(a.call) - startOf(b.call));
}

/** Inside `new Promise((resolve, reject) => …)` whose own promise ends with the callback: nothing outlives it. */
export function isSettledByPromise(file: SyntaxFile, { callback }: CallbackCall): boolean {
  for (const ancestor of file.ancestors(callback)) {
    const maker = file.parentOf(ancestor);
    if (!t.isFunction(ancestor) || !t.isNewExpression(maker) || maker.arguments[0] !== ancestor) continue;
    return ancestor.params.some(
      (parameter) =>
        t.isIdentifier(parameter) &&
        (file.bindingOf(parameter)?.references ?? []).some((use) => file.contains(callback, use)),
    );
  }
  return false;
}
