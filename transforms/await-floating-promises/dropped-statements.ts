import * as t from '@babel/types';
import { isDocumentedPromise, thenableValue } from '../../src/flow/thenable-value.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import type { Thenable } from '../../src/types/oracle.js';
import { awaitEdits } from './await-edits.js';
import { CollectionNames, collectInLoop } from './collect-in-loop.js';
import { findLaterClockMove } from './fake-clock.js';
import type { FloatingPromise } from './floating-promise.js';
import { isRejectionHandled } from './handled-rejection.js';
import { isMeantToFloat } from './meant-to-float.js';
import { isTakenFromCollection } from './taken-from-collection.js';
import type { OnHandlerPath } from './on-handler-path.js';

interface Dropped {
  readonly file: SyntaxFile;
  readonly expression: t.Expression;
  readonly thenable: Thenable;
}

/**
 * The expression statements whose value is a promise, or an array of promises. A promise with a rejection handler is
 * accepted where no invocation ends before it does.
 */
export function findDroppedStatements(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  const names = new CollectionNames();
  const statements = findThenableStatements(context);
  return statements.flatMap(({ file, expression, thenable }): FloatingPromise[] => {
    // TypeScript calls what comes out of `await` a promise where the promised type is an intersection with one.
    if (t.isAwaitExpression(expression) && thenable.shape === 'single') return [];
    if (isMeantToFloat(file, context.types, expression)) return [];
    if (isTakenFromCollection(file, context.types, expression)) return [];
    const isHandled = isRejectionHandled(context, file, expression);
    if (isHandled && !isOnHandlerPath(file, expression)) return [];
    const isArray = thenable.shape === 'array';
    const collected = isArray
      ? undefined
      : collectInLoop(context, file, expression, { names, dropped: droppedIn(statements, file) });
    return [
      {
        code: isArray ? 'floating-promise-array' : isHandled ? 'handled-not-awaited' : 'floating-promise',
        file,
        expression,
        typeName: thenable.typeName,
        mend: {
          kind: 'await',
          edits: collected ?? awaitEdits(context, file, expression, thenable),
          needsPromise: isArray || collected !== undefined,
          ...concernOf(context, file, expression),
        },
      },
    ];
  });
}

/**
 * `started.then(log);` and `gate.opened.then(log);` look on while something else settles the promise or waits for it, and
 * what follows may have to run first; a test that moves a fake clock has to get there.
 */
function concernOf(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
): { readonly concern?: Reason } {
  const move = findLaterClockMove(file, expression);
  if (move) return orderChanges(file, move, 'the fake clock is moved behind it');
  const root = rootOfChain(expression);
  const isStored = t.isIdentifier(root) || (t.isMemberExpression(root) && root !== expression);
  const later = isStored ? laterUse(file, holderOf(root), endOf(expression)) : undefined;
  return later && thenableValue(context, file, root).is === 'yes'
    ? orderChanges(file, later, `what follows would wait for \`${file.slice(root)}\``)
    : {};
}

function orderChanges(file: SyntaxFile, place: t.Node, what: string): { readonly concern: Reason } {
  return { concern: { code: 'order-changes', data: { what }, places: [file.rangeOf(place)] } };
}

/** Where the holder of a promise is used behind an offset. */
function laterUse(file: SyntaxFile, holder: t.Expression, offset: number): t.Node | undefined {
  const uses = t.isIdentifier(holder) ? file.bindingOf(holder)?.references : undefined;
  if (!t.isThisExpression(holder)) return uses?.find((use) => startOf(use) > offset);
  const fn = file.enclosingFunction(holder);
  return file
    .nodes('ThisExpression')
    .find((use) => startOf(use) > offset && fn !== undefined && file.contains(fn, use));
}

/** `gate` of `gate.opened` */
function holderOf(node: t.Expression): t.Expression {
  return t.isMemberExpression(node) && t.isExpression(node.object) ? holderOf(node.object) : node;
}

/** `p` of `p.then(f).catch(g)` */
function rootOfChain(expression: t.Expression): t.Expression {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return expression;
  const { callee } = expression;
  const isMember = t.isMemberExpression(callee) || t.isOptionalMemberExpression(callee);
  return isMember && t.isExpression(callee.object) ? rootOfChain(callee.object) : expression;
}

/** An assignment keeps what it assigns; of a comma expression every part counts. */
function findThenableStatements(context: TransformContext): readonly Dropped[] {
  const answers = context.types.thenableStatements(context.files.map(({ path }) => path));
  const thenables = new Map(answers.map(({ file, start, thenable }) => [placeKey(file, start), thenable]));
  return context.files.flatMap((file) =>
    file.nodes('ExpressionStatement').flatMap(({ expression }): readonly Dropped[] => {
      if (t.isAssignmentExpression(expression)) return [];
      if (t.isSequenceExpression(expression)) return thenableParts(context, file, expression);
      const typed = thenables.get(placeKey(file.path, startOf(expression)));
      const thenable = typed ?? documentedPromise(context, file, expression);
      return thenable ? [{ file, expression, thenable }] : [];
    }),
  );
}

/** The types are asked about what the tables name only: a question per statement would be slow. */
function documentedPromise(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
): Thenable | undefined {
  if (!isDocumentedPromise(file, expression)) return undefined;
  const answer = thenableValue(context, file, expression);
  return answer.is === 'yes' ? answer.value : undefined;
}

function placeKey(file: string, start: number): string {
  return `${start}:${file}`;
}

function thenableParts(
  context: TransformContext,
  file: SyntaxFile,
  sequence: t.SequenceExpression,
): readonly Dropped[] {
  return sequence.expressions.flatMap((expression): readonly Dropped[] => {
    if (t.isAssignmentExpression(expression)) return [];
    if (t.isSequenceExpression(expression)) return thenableParts(context, file, expression);
    const answer = thenableValue(context, file, expression);
    return answer.is === 'yes' ? [{ file, expression, thenable: answer.value }] : [];
  });
}

function droppedIn(statements: readonly Dropped[], file: SyntaxFile): readonly t.Expression[] {
  return statements.filter((statement) => statement.file === file).map(({ expression }) => expression);
}
