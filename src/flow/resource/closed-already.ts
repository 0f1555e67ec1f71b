import { endOf, startOf } from '../../syntax/syntax-file.js';
import { canLeave } from './can-leave.js';
import { isMovable, type MovableRelease, type ReleasePlace } from './existing-release.js';
import { type OwnedResource, placeOfAcquisition } from './owned-resource.js';
import { isClosedByQueue } from './queued-release.js';
import type { ResourceUses } from './resource-uses.js';

/** Nothing that can fail stands between opening it and closing it. */
function isClosedAtOnce(
  { file, acquiring }: OwnedResource,
  uses: ResourceUses,
  [release, ...others]: readonly MovableRelease[],
): boolean {
  if (!release || others.length > 0) return false;
  const [open] = uses.opens;
  const opening = (open && file.enclosingStatement(open)) ?? acquiring;
  const place = placeOfAcquisition(file, opening);
  const isStatement = release.kind === 'statement' && place?.list.includes(release.statement) === true;
  return isStatement && !canLeave(file, endOf(opening), startOf(release.statement));
}

/** A listener closes the socket when the event comes that ends its work. */
function isClosedByEvent({ resource }: OwnedResource, places: readonly ReleasePlace[]): boolean {
  return (
    resource.givesNoPromises === true &&
    places.some((place) => place.kind === 'listener' && place.event !== 'error')
  );
}

/** Is it closed however the function ends, as far as a careful reader would ask for? */
export function isClosedAlready(
  owned: OwnedResource,
  uses: ResourceUses,
  places: readonly ReleasePlace[],
): boolean {
  const releases = places.filter(isMovable);
  return (
    places.some(({ kind }) => kind === 'guaranteed') ||
    isClosedAtOnce(owned, uses, releases) ||
    isClosedByQueue(owned, uses, releases) ||
    isClosedByEvent(owned, places) ||
    isRolledBack(owned, uses) ||
    uses.endsByItself
  );
}

/** A transaction that somebody rolls back has its error handling. */
function isRolledBack({ resource }: OwnedResource, uses: ResourceUses): boolean {
  return resource.kind === 'transaction' && uses.releases.length > 0;
}
