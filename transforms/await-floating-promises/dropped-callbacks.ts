import * as t from '@babel/types';
import { awaitArrayCall } from '../../src/flow/array-callback.js';
import type { ArrayMethodCall } from '../../src/flow/function-position.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise, Mend } from './floating-promise.js';

/** `xs.forEach(async …)`: `forEach` drops what its callback returns. */
export function findDroppedCallbacks(context: TransformContext): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    file.nodes('ExpressionStatement').flatMap(({ expression }): FloatingPromise[] => {
      const array = forEachCall(expression);
      const callback = array?.call.arguments[0];
      if (!array || !callback) return [];
      const typeName = promiseReturnedBy(context, file, callback);
      return typeName === undefined
        ? []
        : [
            {
              code: 'dropped-async-callback',
              file,
              expression,
              typeName,
              mend: mendOf(context, file, array),
            },
          ];
    }),
  );
}

function forEachCall(expression: t.Expression): ArrayMethodCall | undefined {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return undefined;
  const { callee } = expression;
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return undefined;
  const method = memberName(callee);
  return method === 'forEach' ? { call: expression, callee, method } : undefined;
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
