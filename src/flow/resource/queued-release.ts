import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { insertion } from '../await-insertion.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import { type OwnedResource, placeOfAcquisition } from './owned-resource.js';
import type { ResourceUses } from './resource-uses.js';

function isCallbackForm({ problems }: ResourceUses): boolean {
  return problems.length > 0 && problems.every(({ code }) => code === 'callback-form');
}

/** Can the function end, or wait, between these offsets? */
function leavesBetween(file: SyntaxFile, fn: t.Function, start: number, end: number): boolean {
  const exits = [
    ...file.nodes('ReturnStatement'),
    ...file.nodes('ThrowStatement'),
    ...file.nodes('AwaitExpression'),
  ];
  return exits.some(
    (node) => startOf(node) > start && endOf(node) < end && file.enclosingFunction(node) === fn,
  );
}

/** Callbacks of queries that were put in the queue before `end()` was: it closes when they are done. */
export function isClosedByQueue(
  { file, fn, acquiring, resource }: OwnedResource,
  uses: ResourceUses,
  releases: readonly MovableRelease[],
): boolean {
  const list = placeOfAcquisition(file, acquiring)?.list ?? [];
  const release = releases.find((found) => list.some((statement) => statement === nodeOf(found)));
  if (!release || !resource.release.finishesStartedWork || !isCallbackForm(uses)) return false;
  return !leavesBetween(file, fn, endOf(acquiring), startOf(nodeOf(release)));
}

/**
 * `connection.end();` behind the last query that is put in the driver's queue, where nothing closes it yet.
 *
 * @returns undefined where callbacks use the connection themselves, or the function may end before.
 */
export function closeByQueue(owned: OwnedResource, uses: ResourceUses): ChangeSet | undefined {
  const { file, fn, acquiring, binding, resource } = owned;
  const { method, endsQueueQuietly } = resource.release;
  const list = placeOfAcquisition(file, acquiring)?.list ?? [];
  if (!endsQueueQuietly || uses.releases.length > 0 || !isCallbackForm(uses)) return undefined;
  const isDirect = uses.identifiers.every((identifier) => file.enclosingFunction(identifier) === fn);
  const last = list.findLast((statement) =>
    uses.identifiers.some((identifier) => file.contains(statement, identifier)),
  );
  if (!isDirect || !last || !t.isExpressionStatement(last)) return undefined;
  if (leavesBetween(file, fn, endOf(acquiring), startOf(last))) return undefined;
  const { lineEnd, semicolon } = file.style;
  const line = `${lineEnd}${file.indentAt(startOf(last))}${binding.name}.${method}()${semicolon}`;
  return changeSetOf(file.path, [insertion(endOf(last), line)]);
}
