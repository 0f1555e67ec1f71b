import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { awaitValueEdits } from '../await-insertion.js';
import { type ReleasePlace, releasePlaceOf } from './existing-release.js';
import { addFinally, removeStatement, wrapInTry } from '../finally-edits.js';
import type { OwnedResource } from './owned-resource.js';
import { planRelease, type ReleasePlan } from './release-plan.js';
import { commentsOf, movedRelease, newRelease, type ReleaseText } from './release-text.js';
import type { AnyCall, ResourceUses } from './resource-uses.js';
import { placeOf } from '../statement-list.js';
import { usesOf } from './uses.js';
import { closeByUsing } from './using-style.js';

type StatementRelease = Extract<ReleasePlace, { kind: 'statement' }>;

export type Closing =
  /** It is closed however the function ends. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'leak'; readonly isClosedSometimes: boolean; readonly fix: ChangeSet | Reason };

function isReason(value: ReleaseText | Reason): value is Reason {
  return 'code' in value;
}

/** Can control leave these statements before their end? */
function canLeave(file: SyntaxFile, start: number, end: number): boolean {
  const leaving = [
    ...file.nodes('CallExpression'),
    ...file.nodes('OptionalCallExpression'),
    ...file.nodes('NewExpression'),
    ...file.nodes('AwaitExpression'),
    ...file.nodes('YieldExpression'),
    ...file.nodes('TaggedTemplateExpression'),
    ...file.nodes('MemberExpression'),
    ...file.nodes('ThrowStatement'),
    ...file.nodes('ReturnStatement'),
    ...file.nodes('BreakStatement'),
    ...file.nodes('ContinueStatement'),
  ];
  return leaving.some((node) => startOf(node) >= start && endOf(node) <= end);
}

/** Nothing that can fail stands between opening it and closing it. */
function isClosedAtOnce(
  { file, acquiring }: OwnedResource,
  uses: ResourceUses,
  [release, ...others]: readonly StatementRelease[],
): boolean {
  if (!release || others.length > 0) return false;
  const [open] = uses.opens;
  const opening = (open && file.enclosingStatement(open)) ?? acquiring;
  const place = placeOf(file, opening);
  return (
    place?.list.includes(release.statement) === true &&
    !canLeave(file, endOf(opening), startOf(release.statement))
  );
}

function releaseTextOf(
  { file, binding, resource }: OwnedResource,
  releases: readonly StatementRelease[],
): ReleaseText | Reason {
  const [first, ...others] = releases;
  if (!first) return newRelease(file, binding.name, resource);
  const differing = others.find(({ call }) => file.slice(call) !== file.slice(first.call));
  if (differing)
    return {
      code: 'not-convertible',
      data: { what: 'it is closed in different ways' },
      places: [file.rangeOf(first.call), file.rangeOf(differing.call)],
    };
  return movedRelease(file, binding.name, resource, [first, ...others]);
}

/** The next user of a pool gets a connection as it is. */
function leavesTransactionOpen({ file, fn, resource }: OwnedResource): boolean {
  if (!resource.keepsTransaction) return false;
  const text = file.slice(fn);
  return /\bBEGIN\b|beginTransaction|START TRANSACTION/i.test(text) && !/rollback/i.test(text);
}

function needsAsync({ file, fn }: OwnedResource): Reason {
  const name = 'id' in fn && t.isIdentifier(fn.id) ? `\`${fn.id.name}\`` : 'this function';
  return { code: 'not-async', data: { name }, places: [file.rangeOf(fn)] };
}

/** What a person must decide first, whatever the place of the `finally`. */
function obstacleOf(
  owned: OwnedResource,
  uses: ResourceUses,
  places: readonly ReleasePlace[],
): Reason | undefined {
  const { file, fn, resource } = owned;
  const [problem] = uses.problems;
  if (problem) return problem;
  const elsewhere = places.find((place) => place.kind === 'elsewhere');
  if (elsewhere) {
    const isInCallback = file.enclosingFunction(elsewhere.call) !== fn;
    const what = isInCallback ? 'it is closed in a callback' : 'it is closed inside an expression';
    return {
      code: isInCallback ? 'callback-form' : 'not-convertible',
      data: { what },
      places: [file.rangeOf(elsewhere.call)],
    };
  }
  if (leavesTransactionOpen(owned)) return { code: 'open-transaction', places: [file.rangeOf(fn)] };
  if (placeOf(file, owned.acquiring)?.list.some((statement) => isReleaseIn(places, statement)))
    return undefined;
  const [goesOn] = uses.ongoing;
  if (goesOn) return goesOn;
  return fn.async || resource.isSynchronous ? undefined : needsAsync(owned);
}

function isReleaseIn(places: readonly ReleasePlace[], statement: t.Statement): boolean {
  return places.some((place) => place.kind === 'statement' && place.statement === statement);
}

/** What was started must be waited for, unless the release does so; that does not know of what comes after it. */
function mustBeAwaited({ file, resource }: OwnedResource, uses: ResourceUses, dropped: AnyCall): boolean {
  if (!resource.release.finishesStartedWork) return true;
  const fn = file.enclosingFunction(dropped);
  return uses.identifiers.some(
    (identifier) => file.contains(dropped, identifier) && file.enclosingFunction(identifier) !== fn,
  );
}

function editsFor(
  owned: OwnedResource,
  uses: ResourceUses,
  releases: readonly StatementRelease[],
  plan: Exclude<ReleasePlan, { kind: 'refusal' }>,
  { lines }: ReleaseText,
): ChangeSet {
  const { file, binding } = owned;
  const edits = new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
  for (const { statement } of releases) removeStatement(file, edits, statement, commentsOf(file, statement));
  for (const value of uses.returned)
    for (const { start, end, text } of awaitValueEdits(file, value)) edits.replace(start, end, text);
  for (const call of new Set(uses.dropped))
    if (mustBeAwaited(owned, uses, call)) edits.insert(startOf(call), 'await ');
  placeRelease(file, edits, plan, binding.name, lines);
  return changeSetOf(file.path, edits.toEdits());
}

function placeRelease(
  file: SyntaxFile,
  edits: FileEdits,
  plan: Exclude<ReleasePlan, { kind: 'refusal' }>,
  name: string,
  lines: readonly string[],
): void {
  const { indent, lineEnd } = file.style;
  if (plan.kind === 'extend') {
    const guarded = [`if (${name}) {`, ...lines.map((line) => indent + line), '}'];
    addFinally(file, edits, plan.tryStatement, plan.isGuarded ? guarded : lines);
  } else if (plan.first < plan.end) {
    wrapInTry(file, edits, plan, lines);
  } else {
    const outer = file.indentAt(startOf(plan.opening));
    edits.insert(endOf(plan.opening), lines.map((line) => lineEnd + outer + line).join(''));
  }
}

function fixOf(
  context: TransformContext,
  owned: OwnedResource,
  uses: ResourceUses,
  places: readonly ReleasePlace[],
): ChangeSet | Reason {
  const { file, fn, binding, acquiring } = owned;
  const obstacle = obstacleOf(owned, uses, places);
  if (obstacle) return obstacle;
  const releases = places.filter((place) => place.kind === 'statement');
  const release = releaseTextOf(owned, releases);
  if (isReason(release)) return release;
  const isWaiting = release.awaits || uses.returned.length > 0;
  if (isWaiting && !fn.async) return needsAsync(owned);
  const plan = planRelease({ file, binding, acquiring, opens: uses.opens, uses, releases });
  if (plan.kind === 'refusal') return plan.reason;
  return closeByUsing(context, owned, uses, releases) ?? editsFor(owned, uses, releases, plan, release);
}

/** Callbacks of queries that were put in the queue before `end()` was: it closes when they are done. */
function isClosedByQueue(
  { file, acquiring, resource }: OwnedResource,
  uses: ResourceUses,
  releases: readonly StatementRelease[],
): boolean {
  const place = placeOf(file, acquiring);
  const release = releases.find(({ statement }) => place?.list.includes(statement));
  if (!release || !resource.release.finishesStartedWork) return false;
  const isCallbackForm =
    uses.problems.length > 0 && uses.problems.every(({ code }) => code === 'callback-form');
  const exits = [
    ...file.nodes('ReturnStatement'),
    ...file.nodes('ThrowStatement'),
    ...file.nodes('AwaitExpression'),
  ];
  const leaves = exits.some(
    (node) =>
      startOf(node) > endOf(acquiring) &&
      endOf(node) < startOf(release.statement) &&
      file.enclosingFunction(node) === file.enclosingFunction(acquiring),
  );
  return isCallbackForm && !leaves;
}

/** Is the resource closed on every path, and if not, how it can be. */
export function closingOf(context: TransformContext, owned: OwnedResource): Closing {
  const { file, fn, resource, binding } = owned;
  const uses = usesOf(context, file, fn, resource, binding);
  const places = uses.releases.map((call) => releasePlaceOf(file, call, fn, binding));
  if (places.some(({ kind }) => kind === 'guaranteed')) return { kind: 'closed' };
  const releases = places.filter((place) => place.kind === 'statement');
  if (isClosedAtOnce(owned, uses, releases) || isClosedByQueue(owned, uses, releases))
    return { kind: 'closed' };
  return {
    kind: 'leak',
    isClosedSometimes: places.some(({ kind }) => kind !== 'listener'),
    fix: fixOf(context, owned, uses, places),
  };
}
