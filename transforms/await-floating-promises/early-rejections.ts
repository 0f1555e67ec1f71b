import * as t from '@babel/types';
import { insertion } from '../../src/flow/await-insertion.js';
import { thenableValue } from '../../src/flow/thenable-value.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { TransformContext } from '../../src/transform.js';
import { CollectionNames } from './collect-in-loop.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/**
 * `await Promise.all([save(a), save(b)])` on a handler path rejects with the first rejection: the handler answers with
 * an error, and Lambda freezes whatever the other promises stand for.
 */
export function findEarlyRejections(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  const names = new CollectionNames();
  return context.files.flatMap((file) =>
    file.nodes('CallExpression').flatMap((call): FloatingPromise[] => {
      const [promises] = call.arguments;
      if (!isPromiseStatic(file, call, 'all') || !t.isExpression(promises)) return [];
      if (!isWaitedFor(file, call) || !mayLeaveOthers(context, file, promises)) return [];
      if (isSettledBefore(file, call, promises) || !isOnHandlerPath(file, call)) return [];
      const mend = mendOf(file, call, promises, names);
      return [{ code: 'early-rejection', file, expression: call, typeName: 'Promise', mend }];
    }),
  );
}

function isPromiseStatic(file: SyntaxFile, call: t.CallExpression, name: string): boolean {
  const { callee } = call;
  return (
    t.isMemberExpression(callee) && file.isGlobal(callee.object, 'Promise') && memberName(callee) === name
  );
}

function isWaitedFor(file: SyntaxFile, call: t.CallExpression): boolean {
  const parent = file.parentOf(call);
  return t.isAwaitExpression(parent) || t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent);
}

/** Are there two promises or more, one of which can reject? */
function mayLeaveOthers(context: TransformContext, file: SyntaxFile, promises: t.Expression): boolean {
  if (!t.isArrayExpression(promises)) {
    const callback = t.isCallExpression(promises) ? promises.arguments[0] : undefined;
    if (t.isFunction(callback)) {
      if (!mayResultReject(callback)) return false;
      if (callback.async || isPromise(context, file, callback.body)) return true;
    }
    const thenable = thenableValue(context, file, promises);
    return thenable.is === 'yes' && thenable.value.shape === 'array';
  }
  const started = promises.elements.filter(
    (element) => t.isSpreadElement(element) || (element !== null && isPromise(context, file, element)),
  );
  return started.length > 1 && started.some((element) => t.isSpreadElement(element) || mayReject(element));
}

function isPromise(context: TransformContext, file: SyntaxFile, value: t.Node): boolean {
  return t.isExpression(value) && thenableValue(context, file, value).is === 'yes';
}

/** The rejection of `f().catch(…)` is handled, and `Promise.resolve(…)` has none. */
function mayReject(promise: t.Node | null): boolean {
  if (!t.isCallExpression(promise) || !t.isMemberExpression(promise.callee)) return true;
  const method = memberName(promise.callee);
  if (method === 'catch') return promise.arguments.length === 0;
  return !(method === 'resolve' && t.isIdentifier(promise.callee.object, { name: 'Promise' }));
}

function mayResultReject(callback: t.Function): boolean {
  if (!t.isBlockStatement(callback.body)) return mayReject(callback.body);
  const [only, ...more] = callback.body.body;
  const handler = more.length === 0 && t.isTryStatement(only) ? only.handler : undefined;
  return !handler || handler.body.body.some((statement) => t.isThrowStatement(statement));
}

/** `await Promise.allSettled(pending)` stands before it. */
function isSettledBefore(file: SyntaxFile, call: t.CallExpression, promises: t.Expression): boolean {
  if (!t.isIdentifier(promises)) return false;
  const fn = file.enclosingFunction(call);
  return file
    .nodes('CallExpression')
    .some(
      (other) =>
        isPromiseStatic(file, other, 'allSettled') &&
        t.isIdentifier(other.arguments[0], { name: promises.name }) &&
        t.isAwaitExpression(file.parentOf(other)) &&
        startOf(other) < startOf(call) &&
        file.enclosingFunction(other) === fn,
    );
}

/** Waits for all of them, and then for the one that rejects. */
function mendOf(
  file: SyntaxFile,
  call: t.CallExpression,
  promises: t.Expression,
  names: CollectionNames,
): Mend {
  const statement = statementThatOnlyWaits(file, call);
  if (!statement)
    return {
      kind: 'refuse',
      reason: {
        code: 'not-convertible',
        data: { what: '`Promise.all` is a part of a larger expression' },
        places: [file.rangeOf(call)],
      },
    };
  const { semicolon, lineEnd } = file.style;
  const next = `${semicolon}${lineEnd}${file.indentAt(startOf(statement))}`;
  const name = t.isIdentifier(promises) ? promises.name : names.next(file);
  const stored = t.isIdentifier(promises) ? '' : `const ${name} = ${file.slice(promises)}${next}`;
  const edits = [insertion(startOf(statement), `${stored}await Promise.allSettled(${name})${next}`)];
  if (!t.isIdentifier(promises)) edits.push({ start: startOf(promises), end: endOf(promises), text: name });
  return { kind: 'await', edits, needsPromise: true, concern: { code: 'error-waits' } };
}

/** The statement of a list in which nothing is evaluated before the promises. */
function statementThatOnlyWaits(file: SyntaxFile, call: t.CallExpression): t.Statement | undefined {
  const parent = file.parentOf(call);
  const waiting = t.isAwaitExpression(parent) ? parent : call;
  const statement = file.enclosingStatement(waiting);
  if (!statement) return undefined;
  const list = file.parentOf(statement);
  const isInList = t.isBlockStatement(list) || t.isProgram(list);
  return isInList && valueOf(statement) === waiting ? statement : undefined;
}

function valueOf(statement: t.Statement): t.Node | null | undefined {
  if (t.isReturnStatement(statement)) return statement.argument;
  if (t.isVariableDeclaration(statement))
    return statement.declarations.length === 1 ? statement.declarations[0]?.init : undefined;
  if (!t.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const isPlain = t.isAssignmentExpression(expression) && t.isIdentifier(expression.left);
  return isPlain ? expression.right : expression;
}
