import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import { asyncSignatureEdits } from '../../src/flow/async-signature.js';
import { effectOf } from '../../src/flow/direct-style/effects.js';
import { fromPromise } from '../../src/flow/direct-style/from-promise.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, TransformContext } from '../../src/transform.js';
import { crashBecomesFailure, mayCrashInCallback } from './crash-becomes-failure.js';
import { isAwaitedAtOnce, knownCallsOf, passesFailureOn } from './known-calls.js';
import { type HandMadePromise, hasUnhandledChain } from './promise-executor.js';

/** The function that ends by returning the promise. */
function functionEndingWith(file: SyntaxFile, maker: t.NewExpression): t.Function | undefined {
  const fn = file.enclosingFunction(maker);
  if (!fn || fn.generator) return undefined;
  if (fn.body === maker) return fn;
  const statement = file.parentOf(maker);
  const isLast =
    t.isReturnStatement(statement) && t.isBlockStatement(fn.body) && fn.body.body.at(-1) === statement;
  return isLast ? fn : undefined;
}

/** Statements in front of the promise that only prepare, and can't end the function. */
function isPreparation(file: SyntaxFile, statement: t.Statement, mayThrow: boolean): boolean {
  if (t.isFunctionDeclaration(statement)) return true;
  const parts = t.isVariableDeclaration(statement)
    ? statement.declarations.flatMap(({ id, init }) => (t.isIdentifier(id) ? (init ?? []) : id))
    : t.isExpressionStatement(statement)
      ? [statement.expression]
      : [statement];
  return parts.every((part) => t.isExpression(part) && (mayThrow || effectOf(file, part) === 'none'));
}

/**
 * Writes a function that ends by returning a hand-made promise as an async function, when all that settles the promise
 * are calls that can be awaited.
 *
 * @returns undefined when the promise can't be written so: it is waited for as it is
 */
export function unfoldPromise(
  context: TransformContext,
  file: SyntaxFile,
  promise: HandMadePromise,
): Finding['outcome'] | undefined {
  const { maker, executor, resolve, reject } = promise;
  const fn = functionEndingWith(file, maker);
  if (!fn || hasUnhandledChain(file, executor)) return undefined;
  const isHandler = context.handlersIn(file).some((handler) => handler.fn === fn);
  const calls = knownCallsOf(context, file, fn) ?? [];
  const everyoneWaits =
    isHandler || fn.async || (calls.length > 0 && calls.every((use) => isAwaitedAtOnce(use.file, use.call)));
  const before = t.isBlockStatement(fn.body) ? fn.body.body.slice(0, -1) : [];
  if (!before.every((statement) => isPreparation(file, statement, everyoneWaits))) return undefined;
  const result = fromPromise(context, file, fn, promise);
  if ('refusal' in result || !result.direct.endsAlways || result.direct.awaited.length === 0)
    return undefined;
  const signature = asyncSignatureEdits(file, fn, { withKeyword: true });
  if (!signature.ok) return undefined;
  const { direct } = result;
  const changeSet = changeSetOf(file.path, [...signature.edits, ...direct.edits], direct.topLevel);
  const finishing = reject ? [resolve, reject] : [resolve];
  const isPassedOn = isHandler || (calls.length > 0 && calls.every(passesFailureOn));
  const mayCrash = !isPassedOn && mayCrashInCallback(file, fn, direct.awaited, finishing);
  const reason = direct.doubt ?? (mayCrash ? crashBecomesFailure(file, executor) : undefined);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}
