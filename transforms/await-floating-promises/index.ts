import { defineTransform } from '../../src/define-transform.js';
import { startOf } from '../../src/syntax/syntax-file.js';
import type { Finding, TransformContext } from '../../src/transform.js';
import { findAsyncExecutors } from './async-executors.js';
import { findDroppedCallbacks } from './dropped-callbacks.js';
import { findDroppedStatements } from './dropped-statements.js';
import { findEarlyRejections } from './early-rejections.js';
import type { FloatingPromise } from './floating-promise.js';
import { isSilencedByLintComment } from './lint-directives.js';
import { handlerPathOf, type OnHandlerPath } from './on-handler-path.js';
import { findCollectedPromises } from './collected-promises.js';
import { findStoredPromises } from './stored-promises.js';
import { settlePromises } from './settle-promises.js';
import { findVoidedPromises } from './voided-promises.js';

export default defineTransform({
  name: 'await-floating-promises',
  summary: 'Awaits promises that nobody waits for, and makes their callers wait too.',
  codes: {
    'floating-promise': 'nobody waits for this promise: it has type `{type}`',
    'floating-promise-array': 'nobody waits for these promises: they have type `{type}`',
    'handled-not-awaited':
      'the rejection of this `{type}` is handled, but the handler answers before it settles',
    'voided-promise': 'the handler answers before this `{type}` settles',
    'dropped-async-callback': '`{by}` drops the `{type}` that its callback returns',
    'stored-not-awaited': 'this `{type}` is stored, and nobody is sure to wait for it',
    'collected-not-awaited': 'these promises are collected, and nobody waits for them',
    'early-rejection': 'when one of these promises rejects, the handler answers while the others go on',
    'async-executor': '`new Promise` drops the `{type}` that its executor returns',
  },
  appliesTo: mayCallSomething,
  find(context) {
    const isOnHandlerPath = handlerPathOf(context);
    const floating = findFloatingPromises(context, isOnHandlerPath);
    const outcomes = settlePromises(context, floating, isOnHandlerPath);
    return floating.flatMap((promise) => {
      const outcome = outcomes.get(promise);
      return outcome ? [toFinding(promise, outcome)] : [];
    });
  },
});

function mayCallSomething(text: string): boolean {
  return text.includes('(') || text.includes('`');
}

function findFloatingPromises(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return [
    ...findDroppedStatements(context, isOnHandlerPath),
    ...findVoidedPromises(context, isOnHandlerPath),
    ...findDroppedCallbacks(context, isOnHandlerPath),
    ...findStoredPromises(context, isOnHandlerPath),
    ...findCollectedPromises(context, isOnHandlerPath),
    ...findEarlyRejections(context, isOnHandlerPath),
    ...findAsyncExecutors(context, isOnHandlerPath),
  ].filter(({ file, expression }) => !isSilencedByLintComment(file, startOf(expression)));
}

function toFinding(
  { code, file, expression, typeName, droppedBy }: FloatingPromise,
  outcome: Finding['outcome'],
): Finding {
  return {
    code,
    range: file.rangeOf(expression),
    data: { type: typeName, ...(droppedBy !== undefined && { by: droppedBy }) },
    outcome,
  };
}
