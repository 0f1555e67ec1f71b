import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { isWithin, type Span, statementsAfter } from '../statement-list.js';
import { canLeave } from './can-leave.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import type { OwnedResource } from './owned-resource.js';
import type { ResourceUses } from './resource-uses.js';

/** The code that may run after a release: behind it in its function, and behind the functions it stands in. */
function regionsAfter({ file, fn, acquiring }: OwnedResource, release: MovableRelease): readonly Span[] {
  const outermost = file.parentOf(acquiring) ?? fn;
  const regions: Span[] = [];
  const addStatementsAfter = (statement: t.Statement): void => {
    for (const later of statementsAfter(file, statement, outermost))
      regions.push({ start: startOf(later), end: endOf(later) });
  };
  if (release.kind === 'statement') addStatementsAfter(release.statement);
  let inner = release.kind === 'statement' ? file.enclosingFunction(release.statement) : nodeOf(release);
  while (inner && inner !== fn) {
    const outer = file.enclosingStatement(inner);
    const isInside = outer !== undefined && file.contains(fn, outer);
    regions.push({ start: endOf(inner), end: endOf(isInside ? outer : fn) });
    if (isInside) addStatementsAfter(outer);
    inner = file.enclosingFunction(inner);
  }
  return regions;
}

/** Is the resource used on a path on which it was closed before? */
export function usedAfterRelease(
  owned: OwnedResource,
  uses: ResourceUses,
  releases: readonly MovableRelease[],
): t.Node | undefined {
  const isRelease = (node: t.Node): boolean =>
    releases.some((release) => owned.file.contains(nodeOf(release), node));
  for (const release of releases) {
    const regions = regionsAfter(owned, release);
    const use = uses.identifiers.find(
      (identifier) => regions.some((region) => isWithin(region, identifier)) && !isRelease(identifier),
    );
    if (use) return use;
  }
  return undefined;
}

/** A release that runs although another one did before: today it fails, hangs or does nothing. */
export function secondRelease(
  { file, fn }: OwnedResource,
  releases: readonly MovableRelease[],
): t.Node | undefined {
  const statements = releases.flatMap((release) => (release.kind === 'statement' ? release.statement : []));
  for (const first of statements) {
    const after = statementsAfter(file, first, file.enclosingFunction(first) ?? fn);
    const second = statements.find(
      (other) => other !== first && after.some((statement) => file.contains(statement, other)),
    );
    if (second) return second;
  }
  return undefined;
}

/** A release in a callback, behind which an exception would lead to another release: today that one fails. */
export function releaseBeforeAnother(
  { file, fn }: OwnedResource,
  releases: readonly MovableRelease[],
): t.Node | undefined {
  if (releases.length < 2) return undefined;
  const found = releases.find((release) => {
    const closure = file.enclosingFunction(release.call);
    return closure && closure !== fn && canLeave(file, endOf(nodeOf(release)), endOf(closure));
  });
  return found?.call;
}

/**
 * What a function waits for after it gave a connection back, in the span that will keep it from now on: with a pool of
 * one connection that would wait for ever.
 */
export function waitAfterRelease(
  owned: OwnedResource,
  releases: readonly MovableRelease[],
  kept: Span,
): t.Node | undefined {
  const { file, resource } = owned;
  if (resource.kind !== 'pooled connection') return undefined;
  const waits = [...file.nodes('AwaitExpression'), ...file.nodes('ForOfStatement')].filter(
    (node) => isWithin(kept, node) && (!t.isForOfStatement(node) || node.await),
  );
  const regions = releases.flatMap((release) => regionsAfter(owned, release));
  const isRelease = (node: t.Node): boolean =>
    releases.some((release) => file.contains(nodeOf(release), node));
  return waits.find((wait) => regions.some((region) => isWithin(region, wait)) && !isRelease(wait));
}
