import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';
import type { ReleasePlace } from './existing-release.js';
import type { ResourceUses } from './resource-uses.js';
import {
  isWithin,
  nameUsedOutside,
  placeOf,
  type Span,
  type StatementPlace,
  spanOf,
  statementsAfter,
} from '../statement-list.js';

type StatementRelease = Extract<ReleasePlace, { kind: 'statement' }>;

/** Where the `finally` goes. */
export type ReleasePlan =
  /** `try { … } finally { … }` around the statements from `first` on, up to but not including `end`. */
  | {
      readonly kind: 'wrap';
      readonly opening: t.Statement;
      readonly place: StatementPlace;
      readonly first: number;
      readonly end: number;
    }
  /** A `finally` for a `try` that is there; the resource may not be there yet when it runs. */
  | { readonly kind: 'extend'; readonly tryStatement: t.TryStatement; readonly isGuarded: boolean }
  | { readonly kind: 'refusal'; readonly reason: Reason };

export interface PlanInput {
  readonly file: SyntaxFile;
  readonly binding: Binding;
  /** The statement that acquires, and the ones that open what it acquired. */
  readonly acquiring: t.Statement;
  readonly opens: readonly t.Node[];
  readonly uses: ResourceUses;
  readonly releases: readonly StatementRelease[];
}

function refusal(what: string, file: SyntaxFile, place: t.Node): ReleasePlan {
  return {
    kind: 'refusal',
    reason: { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] },
  };
}

/** The statement `await client.connect()`, when all else that is done with the client comes behind it in its block. */
function openingStatement({ file, acquiring, opens, uses }: PlanInput): t.Statement {
  const [open] = opens;
  const statement = open && file.enclosingStatement(open);
  const place = statement && placeOf(file, statement);
  if (!statement || !place || opens.length > 1 || !t.isExpressionStatement(statement)) return acquiring;
  const span = { start: startOf(statement), end: endOf(place.owner) };
  const isOnlyUseBefore = uses.identifiers
    .filter((identifier) => startOf(identifier) > endOf(acquiring))
    .every((identifier) => isWithin(span, identifier) || isListening(file, identifier));
  return isOnlyUseBefore ? statement : acquiring;
}

/** `client.on('error', log);` */
function isListening(file: SyntaxFile, identifier: t.Identifier): boolean {
  const statement = file.enclosingStatement(identifier);
  const expression = t.isExpressionStatement(statement) ? statement.expression : undefined;
  return (
    t.isCallExpression(expression) &&
    t.isMemberExpression(expression.callee) &&
    t.isIdentifier(expression.callee.property) &&
    ['on', 'once'].includes(expression.callee.property.name)
  );
}

/** `let conn; try { conn = await open(); … } catch { … }`: the `try` that the assignment stands in. */
function enclosingTry(file: SyntaxFile, statement: t.Statement): t.TryStatement | undefined {
  if (!t.isExpressionStatement(statement)) return undefined;
  const block = file.parentOf(statement);
  const owner = block && file.parentOf(block);
  if (!t.isTryStatement(owner) || owner.block !== block || owner.finalizer) return undefined;
  return owner;
}

/** Identifiers of the resource that stand outside the span, apart from the calls that end it. */
function usesOutside(
  { file, uses, releases, acquiring, opens }: PlanInput,
  span: Span,
): t.Identifier | undefined {
  const exempt = [acquiring, ...opens, ...releases.map(({ statement }) => statement)];
  return uses.identifiers.find(
    (identifier) =>
      startOf(identifier) > endOf(acquiring) &&
      !isWithin(span, identifier) &&
      !exempt.some((node) => file.contains(node, identifier)) &&
      !isListening(file, identifier),
  );
}

/** The end of the statements to wrap: with a release among them, up to it when nothing behind needs their names. */
function wrapEnd({ file, releases }: PlanInput, { list }: StatementPlace, first: number): number {
  const own = releases.filter(({ statement }) => list.includes(statement));
  const [release] = own;
  if (!release || own.length > 1 || releases.length > 1) return list.length;
  const end = list.indexOf(release.statement);
  if (end <= first || list.slice(end + 1).every(isQuiet)) return list.length;
  return nameUsedOutside(file, list.slice(first, end)) ? list.length : end;
}

/** Ends the function or loop with a value that is ready. */
function isQuiet(statement: t.Statement): boolean {
  if (t.isBreakStatement(statement) || t.isContinueStatement(statement)) return true;
  if (!t.isReturnStatement(statement)) return false;
  return !statement.argument || !t.isAwaitExpression(statement.argument);
}

/** Is the resource used on a path on which it was closed before? */
function usedAfterRelease(input: PlanInput): t.Node | undefined {
  const { file, releases, uses, acquiring } = input;
  const list = file.parentOf(acquiring);
  if (!list) return undefined;
  const released = releases.map(({ statement }) => statement);
  for (const { statement } of releases) {
    const later = statementsAfter(file, statement, list);
    const use = uses.identifiers.find(
      (identifier) =>
        later.some((node) => file.contains(node, identifier)) &&
        !released.some((node) => file.contains(node, identifier)),
    );
    if (use) return use;
  }
  return undefined;
}

/** Decides where the `finally` goes, or what is in its way. */
export function planRelease(input: PlanInput): ReleasePlan {
  const { file, binding, acquiring } = input;
  const otherWrite = binding.writes.find((write) => !file.contains(acquiring, write));
  if (otherWrite) return refusal(`\`${binding.name}\` is assigned again`, file, otherWrite);
  if (t.isExpressionStatement(acquiring) && holdsSomethingBefore(file, binding))
    return refusal(`\`${binding.name}\` held something else before`, file, acquiring);
  const reused = usedAfterRelease(input);
  if (reused) return refusal('it is used after it was closed', file, reused);
  const outerTry = enclosingTry(file, acquiring);
  if (outerTry && !usesOutside(input, { start: startOf(outerTry), end: endOf(outerTry) }))
    return { kind: 'extend', tryStatement: outerTry, isGuarded: true };
  const opening = openingStatement(input);
  const place = placeOf(file, opening);
  if (!place) return refusal('it is acquired in a statement without a block', file, opening);
  return planIn(input, opening, place);
}

/** `let conn = await first(); conn = await second();` */
function holdsSomethingBefore(file: SyntaxFile, { identifier }: Binding): boolean {
  const declarator = file.parentOf(identifier);
  const init = t.isVariableDeclarator(declarator) ? declarator.init : undefined;
  return init != null && !t.isNullLiteral(init) && !t.isIdentifier(init, { name: 'undefined' });
}

function planIn(input: PlanInput, opening: t.Statement, place: StatementPlace): ReleasePlan {
  const { file } = input;
  const first = place.index + 1;
  const next = place.list[first];
  if (
    t.isTryStatement(next) &&
    !next.finalizer &&
    !usesOutside(input, { start: startOf(next), end: endOf(next) })
  )
    return { kind: 'extend', tryStatement: next, isGuarded: false };
  const end = wrapEnd(input, place, first);
  const statements = place.list.slice(first, end);
  const outside = usesOutside(input, spanOf(statements));
  if (outside) return refusal('it is used outside the block that acquires it', file, outside);
  const name = nameUsedOutside(file, statements);
  if (name) return refusal(`\`${name.name}\` is used outside the block that would hold it`, file, name);
  return { kind: 'wrap', opening, place, first, end };
}
