import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/**
 * `new Promise(async (resolve) => …)` on a handler path: what the executor throws rejects a promise that nobody has, and
 * the one that it should settle never settles. One whose whole body is a `try` with a `catch` is accepted.
 */
export function findAsyncExecutors(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    file.nodes('NewExpression').flatMap((promise): FloatingPromise[] => {
      const [executor] = promise.arguments;
      if (!file.isGlobal(promise.callee, 'Promise') || !t.isFunction(executor) || !executor.async) return [];
      if (catchesEverything(executor) || !isOnHandlerPath(file, promise)) return [];
      const mend = mendOf(file, promise, executor);
      return [{ code: 'async-executor', file, expression: promise, typeName: 'Promise<void>', mend }];
    }),
  );
}

function catchesEverything({ body }: t.Function): boolean {
  if (!t.isBlockStatement(body) || body.body.length !== 1) return false;
  const [only] = body.body;
  return (
    t.isTryStatement(only) &&
    t.isBlockStatement(only.handler?.body) &&
    !only.handler.body.body.some((statement) => t.isThrowStatement(statement))
  );
}

/** An executor that ends with its only `resolve(x)` is an async function that returns `x`. */
function mendOf(file: SyntaxFile, promise: t.NewExpression, executor: t.Function): Mend {
  const settling = settlingCall(file, promise, executor);
  if (!settling)
    return {
      kind: 'refuse',
      reason: {
        code: 'not-convertible',
        data: { what: 'an async function settles the promise itself' },
        places: [file.rangeOf(executor)],
      },
    };
  return {
    kind: 'rewrite',
    edits: [
      { start: startOf(promise), end: startOf(executor), text: '(' },
      ...parameterEdits(file, executor),
      ...returnEdits(settling),
      { start: endOf(executor), end: endOf(promise), text: ')()' },
    ],
    needsPromise: false,
    concern: {
      code: 'answer-changes',
      data: { what: 'an exception in the executor becomes the rejection of the promise' },
      places: [file.rangeOf(executor)],
    },
  };
}

function settlingCall(
  file: SyntaxFile,
  promise: t.NewExpression,
  executor: t.Function,
): t.CallExpression | undefined {
  const [resolve, reject] = executor.params.map((parameter) =>
    t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined,
  );
  const { body } = executor;
  if (!t.isArrowFunctionExpression(executor) || !t.isBlockStatement(body) || !resolve) return undefined;
  if (promise.typeParameters || startOf(promise) === startOf(file.enclosingStatement(promise) ?? body))
    return undefined;
  const last = body.body.at(-1);
  const call = t.isExpressionStatement(last) ? last.expression : undefined;
  if (!t.isCallExpression(call) || call.arguments.length > 1 || t.isSpreadElement(call.arguments[0]))
    return undefined;
  const isOnlyUse = resolve.references.length === 1 && resolve.references[0] === call.callee;
  const returns = file.nodes('ReturnStatement').some((node) => file.enclosingFunction(node) === executor);
  return isOnlyUse && !returns && (reject?.references.length ?? 0) === 0 ? call : undefined;
}

function parameterEdits(file: SyntaxFile, { params }: t.Function): readonly TextEdit[] {
  const [first] = params;
  const last = params.at(-1);
  if (!first || !last) return [];
  const isBare = !file.text.slice(0, startOf(first)).trimEnd().endsWith('(');
  return [{ start: startOf(first), end: endOf(last), text: isBare ? '()' : '' }];
}

function returnEdits(call: t.CallExpression): readonly TextEdit[] {
  const [value] = call.arguments;
  if (!value) return [{ start: startOf(call), end: endOf(call), text: 'return' }];
  return [
    { start: startOf(call), end: startOf(value), text: 'return ' },
    { start: endOf(value), end: endOf(call), text: '' },
  ];
}
