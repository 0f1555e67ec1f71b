import * as t from '@babel/types';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { awaitValueEdits } from '../../src/flow/await-insertion.js';
import { thenableValue } from '../../src/flow/thenable-value.js';
import type { Binding } from '../../src/syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/**
 * `const p = f();` on a handler path, where `p` is never looked at, or is awaited on some ways through the function
 * only. Whoever else gets the promise (a call, a closure, a field, the caller) is taken to wait for it.
 */
export function findStoredPromises(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    file.nodes('VariableDeclarator').flatMap((declarator): FloatingPromise[] => {
      const { id, init } = declarator;
      if (!t.isIdentifier(id) || !init || t.isAwaitExpression(init) || !mayMakePromise(init)) return [];
      const binding = file.bindingOf(id);
      if (!binding || binding.writes.length > 0 || awaitContextOf(file, init).kind === 'top-level') return [];
      const mend = mendOf(file, binding, declarator, init);
      if (!mend || !isOnHandlerPath(file, init)) return [];
      const thenable = thenableValue(context, file, init);
      if (thenable.is !== 'yes' || thenable.value.shape !== 'single') return [];
      return [
        { code: 'stored-not-awaited', file, expression: init, typeName: thenable.value.typeName, mend },
      ];
    }),
  );
}

function mayMakePromise(init: t.Expression): boolean {
  return t.isCallExpression(init) || t.isOptionalCallExpression(init) || t.isNewExpression(init);
}

/** @returns undefined when somebody waits for the promise, or may do so */
function mendOf(
  file: SyntaxFile,
  binding: Binding,
  declarator: t.VariableDeclarator,
  init: t.Expression,
): Mend | undefined {
  if (binding.references.length === 0)
    return { kind: 'await', edits: awaitValueEdits(file, init), needsPromise: false };
  const waits = binding.references.map((reference) => waitFor(file, reference));
  if (waits.some((wait) => wait === undefined)) return undefined;
  const fn = file.enclosingFunction(declarator);
  const known = waits.flatMap((wait) => wait ?? []);
  if (known.some((wait) => file.enclosingFunction(wait) !== fn)) return undefined;
  const list = listOf(file, declarator);
  const certain = known.find((wait) => listOf(file, wait) === list);
  const leaving = exitsBetween(file, fn, endOf(declarator), certain ? startOf(certain) : Infinity);
  if (certain && leaving.length === 0) return undefined;
  const places = (certain ? leaving : known).map((node) => file.rangeOf(node));
  return { kind: 'refuse', reason: { code: 'awaited-on-some-paths', data: { name: binding.name }, places } };
}

/** `await p`, `await Promise.all([p])`: the `await`. Undefined for any other use: somebody else has the promise. */
function waitFor(file: SyntaxFile, reference: t.Identifier): t.AwaitExpression | undefined {
  for (const ancestor of file.ancestors(reference)) {
    if (t.isAwaitExpression(ancestor)) return ancestor;
    const isPromiseCall =
      t.isCallExpression(ancestor) &&
      t.isMemberExpression(ancestor.callee) &&
      file.isGlobal(ancestor.callee.object, 'Promise');
    if (!isPromiseCall && !t.isArrayExpression(ancestor)) return undefined;
  }
  return undefined;
}

/** The block whose own statement holds the node outside any branch, loop or `try` of that block. */
function listOf(file: SyntaxFile, node: t.Node): t.Node | undefined {
  const statement = file.enclosingStatement(node);
  return statement && file.parentOf(statement);
}

/** Where the function is left on the way from one offset to another. */
function exitsBetween(
  file: SyntaxFile,
  fn: t.Function | undefined,
  from: number,
  to: number,
): readonly t.Node[] {
  return [...file.nodes('ReturnStatement'), ...file.nodes('ThrowStatement')].filter(
    (node) => startOf(node) > from && endOf(node) < to && file.enclosingFunction(node) === fn,
  );
}
