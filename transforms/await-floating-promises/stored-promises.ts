import * as t from '@babel/types';
import { findWaysWithout } from '../../src/flow/always-awaited.js';
import { promiseAllEdits } from '../../src/flow/array-callback.js';
import { awaitContextOf } from '../../src/flow/await-context.js';
import { awaitValueEdits } from '../../src/flow/await-insertion.js';
import { thenableValue } from '../../src/flow/thenable-value.js';
import type { Binding } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { Thenable } from '../../src/types/oracle.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/** `const p = f();`, `p = f();` */
interface Stored {
  readonly file: SyntaxFile;
  readonly binding: Binding;
  readonly value: t.Expression;
  readonly statement: t.Statement;
}

/**
 * A promise that is stored in a variable on a handler path, where the variable is never looked at, or is awaited on some
 * ways through the function only. Whoever else gets the promise (a call, a closure, a field, the caller) is taken to
 * wait for it.
 */
export function findStoredPromises(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    [...declaredIn(file), ...assignedIn(file)].flatMap((stored): FloatingPromise[] => {
      const { value } = stored;
      if (!mayMakePromise(value) || awaitContextOf(file, value).kind === 'top-level') return [];
      const ways = waysWithoutAwait(stored);
      if (ways.length === 0 || !isOnHandlerPath(file, value)) return [];
      const thenable = thenableValue(context, file, value);
      if (thenable.is !== 'yes') return [];
      const { typeName } = thenable.value;
      const mend = mendOf(stored, ways, thenable.value);
      return [{ code: 'stored-not-awaited', file, expression: value, typeName, mend }];
    }),
  );
}

function declaredIn(file: SyntaxFile): readonly Stored[] {
  return file.nodes('VariableDeclarator').flatMap(({ id, init }) => {
    const binding = t.isIdentifier(id) ? file.bindingOf(id) : undefined;
    const statement = file.enclosingStatement(id);
    return binding && init && statement && binding.writes.length === 0
      ? [{ file, binding, value: init, statement }]
      : [];
  });
}

/** Only where nobody ever reads the variable: which assignment a later `await` sees isn't known. */
function assignedIn(file: SyntaxFile): readonly Stored[] {
  return file.nodes('ExpressionStatement').flatMap((statement) => {
    const { expression } = statement;
    if (!t.isAssignmentExpression(expression, { operator: '=' }) || !t.isIdentifier(expression.left))
      return [];
    const binding = file.bindingOf(expression.left);
    return binding?.references.length === 0 ? [{ file, binding, value: expression.right, statement }] : [];
  });
}

function mayMakePromise(value: t.Expression): boolean {
  return (
    t.isCallExpression(value) ||
    t.isOptionalCallExpression(value) ||
    t.isNewExpression(value) ||
    t.isTaggedTemplateExpression(value) ||
    t.isConditionalExpression(value) ||
    t.isLogicalExpression(value) ||
    (t.isArrayExpression(value) && value.elements.length > 0)
  );
}

/** @returns none when somebody waits for the promise on every way, or may do so */
function waysWithoutAwait({ file, binding, statement }: Stored): readonly t.Node[] {
  if (binding.references.length === 0) return [statement];
  const waits = binding.references.map((reference) => waitFor(file, reference));
  const known = waits.filter((wait) => wait !== undefined);
  const fn = file.enclosingFunction(statement);
  const isAllInView =
    known.length === waits.length && known.every((wait) => file.enclosingFunction(wait) === fn);
  return isAllInView ? findWaysWithout(file, statement, known) : [];
}

function mendOf({ file, binding, value }: Stored, ways: readonly t.Node[], { shape }: Thenable): Mend {
  if (binding.references.length === 0)
    return shape === 'array'
      ? { kind: 'await', edits: promiseAllEdits(file, value), needsPromise: true }
      : { kind: 'await', edits: awaitValueEdits(file, value), needsPromise: false };
  const places = ways.map((node) => file.rangeOf(node));
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
