import * as t from '@babel/types';
import { firstLine } from '../../syntax/first-line.js';
import type { Reason } from '../../transform.js';
import { isMovable, nodeOf, type ReleasePlace } from './existing-release.js';
import { type OwnedResource, placeOfAcquisition } from './owned-resource.js';
import type { ResourceUses } from './resource-uses.js';

/** The next user of a pool gets a connection as it is. */
function leavesTransactionOpen({ file, fn, resource }: OwnedResource): boolean {
  if (!resource.keepsTransaction) return false;
  const text = file.slice(fn);
  return /\bBEGIN\b|beginTransaction|START TRANSACTION/i.test(text) && !/rollback/i.test(text);
}

export function needsAsync({ file, fn }: OwnedResource): Reason {
  const name = 'id' in fn && t.isIdentifier(fn.id) ? `\`${fn.id.name}\`` : 'this function';
  return { code: 'not-async', data: { name }, places: [file.rangeOf(fn)] };
}

/** The code itself closes it when its block has run, whatever goes on then. */
export function isReleasedInBlock(
  { file, acquiring }: OwnedResource,
  places: readonly ReleasePlace[],
): boolean {
  const list = placeOfAcquisition(file, acquiring)?.list ?? [];
  return places.filter(isMovable).some((place) => list.some((statement) => statement === nodeOf(place)));
}

/** Where it is closed in a place from which that can't be moved. */
function fixedRelease({ file, fn }: OwnedResource, places: readonly ReleasePlace[]): Reason | undefined {
  const elsewhere = places.find((place) => place.kind === 'elsewhere');
  if (!elsewhere) return undefined;
  const isInCallback = file.enclosingFunction(elsewhere.call) !== fn;
  return {
    code: isInCallback ? 'callback-form' : 'not-convertible',
    data: { what: isInCallback ? 'it is closed in a callback' : 'it is closed inside an expression' },
    places: [file.rangeOf(elsewhere.call)],
  };
}

/** A transaction that nothing commits in the function is somebody else's. */
function uncommitted({ file, fn, binding, resource }: OwnedResource): Reason | undefined {
  const { commit } = resource;
  if (commit === undefined || file.slice(fn).includes(`${binding.name}.${commit}(`)) return undefined;
  return { code: 'not-convertible', data: { what: `nothing commits \`${binding.name}\`` } };
}

/** Of a type that no table knows: whether what is started or returned has to be waited for. */
function unknownWork(
  { file, resource }: OwnedResource,
  uses: ResourceUses,
  isPromise: Test,
): Reason | undefined {
  if (resource.kind !== 'resource') return undefined;
  const work = [...uses.returned, ...uses.dropped].find((expression) => !isPromise(expression));
  return (
    work && {
      code: 'unknown-type',
      data: { what: firstLine(file.slice(work)) },
      places: [file.rangeOf(work)],
    }
  );
}

type Test = (expression: t.Expression) => boolean;

/** What a person must decide first, whatever the place of the `finally`. */
export function obstacleOf(
  owned: OwnedResource,
  uses: ResourceUses,
  places: readonly ReleasePlace[],
  isPromise: Test,
): Reason | undefined {
  const { file, fn } = owned;
  const [problem] = uses.problems;
  const reason =
    problem ?? fixedRelease(owned, places) ?? uncommitted(owned) ?? unknownWork(owned, uses, isPromise);
  if (reason) return reason;
  if (leavesTransactionOpen(owned)) return { code: 'open-transaction', places: [file.rangeOf(fn)] };
  if (isReleasedInBlock(owned, places)) return undefined;
  const [goesOn] = uses.ongoing;
  if (goesOn) return goesOn;
  return uses.dropped.size + uses.queued.size > 0 && !fn.async ? needsAsync(owned) : undefined;
}
