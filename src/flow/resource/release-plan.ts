import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';
import { releaseBeforeAnother, secondRelease, usedAfterRelease, waitAfterRelease } from './after-release.js';
import { canLeave } from './can-leave.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import { type OwnedResource, placeOfAcquisition } from './owned-resource.js';
import type { ResourceUses } from './resource-uses.js';
import {
  isWithin,
  nameUsedOutside,
  placeOf,
  type Span,
  type StatementPlace,
  spanOf,
} from '../statement-list.js';

/** Where the `finally` goes. */
export type ReleasePlan =
  /** `try { … } finally { … }` around the statements from `first` on, up to but not including `end`. */
  | {
      readonly kind: 'wrap';
      readonly opening: OwnedResource['acquiring'];
      readonly place: StatementPlace;
      readonly first: number;
      readonly end: number;
    }
  /** A `finally` for a `try` that is there; the resource may not be there yet when it runs. */
  | { readonly kind: 'extend'; readonly tryStatement: t.TryStatement; readonly isGuarded: boolean }
  /** `.finally(() => …)` behind the promise that the function returns. */
  | { readonly kind: 'chain'; readonly promise: t.Expression }
  | { readonly kind: 'refusal'; readonly reason: Reason };

export interface PlanInput {
  readonly owned: OwnedResource;
  readonly uses: ResourceUses;
  readonly releases: readonly MovableRelease[];
  /** Is it certain to be a promise? */
  readonly isPromise: (expression: t.Expression) => boolean;
}

function refusal(what: string, file: SyntaxFile, place: t.Node): ReleasePlan {
  return {
    kind: 'refusal',
    reason: { code: 'not-convertible', data: { what }, places: [file.rangeOf(place)] },
  };
}

/** The statement `await client.connect()`, when all else that is done with the client comes behind it in its block. */
function openingOf({ owned: { file, acquiring }, uses }: PlanInput): OwnedResource['acquiring'] {
  const { opens } = uses;
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
function enclosingTry(file: SyntaxFile, statement: t.Node): t.TryStatement | undefined {
  if (!t.isExpressionStatement(statement)) return undefined;
  const block = file.parentOf(statement);
  const owner = block && file.parentOf(block);
  if (!t.isTryStatement(owner) || owner.block !== block || owner.finalizer) return undefined;
  return owner;
}

/** Identifiers of the resource that stand outside the span, apart from the calls that end it. */
function usesOutside(
  { owned: { file, acquiring }, uses, releases }: PlanInput,
  span: Span,
): t.Identifier | undefined {
  const exempt = [acquiring, ...uses.opens, ...releases.map(nodeOf)];
  return uses.identifiers.find(
    (identifier) =>
      startOf(identifier) > endOf(acquiring) &&
      !isWithin(span, identifier) &&
      !exempt.some((node) => file.contains(node, identifier)) &&
      !isListening(file, identifier),
  );
}

/** The end of the statements to wrap: with a release among them, up to it when nothing behind needs their names. */
function wrapEnd({ owned: { file }, releases }: PlanInput, { list }: StatementPlace, first: number): number {
  const [release, ...others] = releases;
  if (!release || others.length > 0) return list.length;
  const index = list.findIndex((statement) => file.contains(statement, nodeOf(release)));
  if (index === -1) return list.length;
  const end = list[index] === nodeOf(release) ? index : index + 1;
  if (end <= first || list.slice(index + 1).every(isQuiet)) return list.length;
  return nameUsedOutside(file, list.slice(first, end)) ? list.length : end;
}

/** Ends the function or loop with a value that is ready. */
function isQuiet(statement: t.Statement): boolean {
  if (t.isBreakStatement(statement) || t.isContinueStatement(statement)) return true;
  if (!t.isReturnStatement(statement)) return false;
  return !statement.argument || !t.isAwaitExpression(statement.argument);
}

/** Decides where the `finally` goes, or what is in its way. */
export function planRelease(input: PlanInput): ReleasePlan {
  const { owned, uses, releases } = input;
  const { file, binding, acquiring } = owned;
  const otherWrite = binding.writes.find((write) => !file.contains(acquiring, write));
  if (otherWrite) return refusal(`\`${binding.name}\` is assigned again`, file, otherWrite);
  if (t.isExpressionStatement(acquiring) && holdsSomethingBefore(file, binding))
    return refusal(`\`${binding.name}\` held something else before`, file, acquiring);
  const reused = usedAfterRelease(owned, uses, releases);
  if (reused) return refusal('it is used after it was closed', file, reused);
  const second = secondRelease(owned, releases);
  if (second) return refusal('it may be closed twice', file, second);
  const early = releaseBeforeAnother(owned, releases);
  if (early) return refusal('an error behind its release leads to another one', file, early);
  const plan = owned.fn.async ? planTry(input) : (planChain(input) ?? planTry(input));
  const kept = plan.kind === 'refusal' ? undefined : spanOfPlan(plan);
  const wait = kept && waitAfterRelease(owned, releases, kept);
  return wait ? refusal('what is waited for after its release may need it', file, wait) : plan;
}

/** A function that is not async, and all that it does with the resource is in the promise that it returns. */
function planChain(input: PlanInput): ReleasePlan | undefined {
  const { owned, isPromise } = input;
  const { file, fn, acquiring, binding } = owned;
  const promise = returnedAtEnd(file, fn);
  if (!promise || !isPromise(promise) || canLeave(file, endOf(acquiring), startOf(promise))) return undefined;
  if (owned.resource.acquiredByPromise && acquiring !== binding.identifier) return undefined;
  return usesOutside(input, { start: startOf(promise), end: endOf(promise) })
    ? undefined
    : { kind: 'chain', promise };
}

/** The value of a function that is one expression, or ends with its only `return`. */
function returnedAtEnd(file: SyntaxFile, fn: t.Function): t.Expression | undefined {
  if (!t.isBlockStatement(fn.body)) return fn.body;
  const [only, ...others] = file
    .nodes('ReturnStatement')
    .filter((statement) => file.enclosingFunction(statement) === fn);
  return only && others.length === 0 && fn.body.body.at(-1) === only
    ? (only.argument ?? undefined)
    : undefined;
}

function planTry(input: PlanInput): ReleasePlan {
  const { file, acquiring } = input.owned;
  const outerTry = enclosingTry(file, acquiring);
  if (outerTry && !usesOutside(input, { start: startOf(outerTry), end: endOf(outerTry) }))
    return { kind: 'extend', tryStatement: outerTry, isGuarded: true };
  const opening = openingOf(input);
  const place = placeOfAcquisition(file, opening);
  if (!place) return refusal('it is acquired in a statement without a block', file, opening);
  return planIn(input, opening, place);
}

function spanOfPlan(plan: Exclude<ReleasePlan, { kind: 'refusal' }>): Span {
  if (plan.kind === 'wrap') return spanOf(plan.place.list.slice(plan.first, plan.end));
  const node = plan.kind === 'extend' ? plan.tryStatement : plan.promise;
  return { start: startOf(node), end: endOf(node) };
}

/** `let conn = await first(); conn = await second();` */
function holdsSomethingBefore(file: SyntaxFile, { identifier }: Binding): boolean {
  const declarator = file.parentOf(identifier);
  const init = t.isVariableDeclarator(declarator) ? declarator.init : undefined;
  return init != null && !t.isNullLiteral(init) && !t.isIdentifier(init, { name: 'undefined' });
}

function planIn(input: PlanInput, opening: OwnedResource['acquiring'], place: StatementPlace): ReleasePlan {
  const { file } = input.owned;
  const first = place.index + 1;
  const next = place.list[first];
  if (
    t.isTryStatement(next) &&
    !next.finalizer &&
    !usesOutside(input, { start: startOf(next), end: endOf(next) })
  )
    return { kind: 'extend', tryStatement: next, isGuarded: false };
  if (!next && !t.isStatement(opening)) return refusal('nothing is done with it', file, opening);
  const end = wrapEnd(input, place, first);
  const statements = place.list.slice(first, end);
  const outside = usesOutside(input, spanOf(statements));
  if (outside) return refusal('it is used outside the block that acquires it', file, outside);
  const name = nameUsedOutside(file, statements);
  if (name) return refusal(`\`${name.name}\` is used outside the block that would hold it`, file, name);
  return { kind: 'wrap', opening, place, first, end };
}
