import type * as t from '@babel/types';
import type { ChangeSet } from '../../edit/change-set.js';
import type { Reason, TransformContext } from '../../transform.js';
import { isThenable } from '../is-thenable.js';
import { isClosedAlready } from './closed-already.js';
import { isMovable, type MovableRelease, type ReleasePlace, releasePlaceOf } from './existing-release.js';
import { isReleasedInBlock, needsAsync, obstacleOf } from './obstacle.js';
import type { OwnedResource } from './owned-resource.js';
import { closeByQueue } from './queued-release.js';
import { releaseEdits } from './release-edits.js';
import { planRelease } from './release-plan.js';
import { movedRelease } from './moved-release.js';
import { awaits, newRelease, type ReleaseText, withoutReport } from './release-text.js';
import type { ResourceUses } from './resource-uses.js';
import { usesOf } from './uses.js';
import { closeByUsing } from './using-style.js';

/** The change, and what would be different with it for some event. */
export interface Fix {
  readonly changeSet: ChangeSet;
  readonly doubt?: Reason;
}

export type Closing =
  /** It is closed however the function ends. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'leak'; readonly isClosedSometimes: boolean; readonly fix: Fix | Reason };

function isReason(value: ReleaseText | Reason): value is Reason {
  return 'code' in value;
}

function releaseTextOf(owned: OwnedResource, releases: readonly MovableRelease[]): ReleaseText | Reason {
  const [first, ...others] = releases;
  return first ? movedRelease(owned, [first, ...others]) : newRelease(owned);
}

function fixOf(
  context: TransformContext,
  owned: OwnedResource,
  uses: ResourceUses,
  places: readonly ReleasePlace[],
): Fix | Reason {
  const { file, fn, resource } = owned;
  const queued = closeByQueue(owned, uses);
  if (queued) return { changeSet: queued };
  const isPromise = (expression: t.Expression): boolean => isThenable(context, file, expression) === 'yes';
  const obstacle = obstacleOf(owned, uses, places, isPromise);
  if (obstacle) return obstacle;
  const releases = places.filter(isMovable);
  const release = releaseTextOf(owned, releases);
  if (isReason(release)) return release;
  const plan = planRelease({ owned, uses, releases, isPromise });
  if (plan.kind === 'refusal') return plan.reason;
  if (plan.kind === 'chain' && release.expression === undefined)
    return { code: 'not-convertible', data: { what: 'its release is more than an expression' } };
  if (plan.kind !== 'chain' && !fn.async) {
    const isWaiting = awaits(release) || uses.returned.size > 0;
    const isSafe = resource.isSynchronous === true || isReleasedInBlock(owned, places);
    if (isWaiting || !isSafe) return needsAsync(owned);
  }
  const using = closeByUsing(context, owned, uses, releases);
  if (using) return { changeSet: using };
  if (!release.reportsFailure || plan.kind === 'wrap')
    return { changeSet: releaseEdits(owned, uses, releases, plan, release) };
  return {
    changeSet: releaseEdits(owned, uses, releases, plan, withoutReport(release)),
    doubt: unreported(owned, releases),
  };
}

/** In the `finally` of another `try`, or of a promise, a failure to close it would hide the first one, or is hidden. */
function unreported({ file }: OwnedResource, releases: readonly MovableRelease[]): Reason {
  return {
    code: 'answer-changes',
    data: { what: 'a failure to close it would be ignored' },
    places: releases.map(({ call }) => file.rangeOf(call)),
  };
}

/** Is the resource closed on every path, and if not, how it can be. */
export function closingOf(context: TransformContext, owned: OwnedResource): Closing {
  const { file, fn, resource, binding } = owned;
  const uses = usesOf(context, file, fn, resource, binding);
  const places = uses.releases.map((call) => releasePlaceOf(file, call, fn, binding));
  if (isClosedAlready(owned, uses, places)) return { kind: 'closed' };
  return {
    kind: 'leak',
    isClosedSometimes: places.some(({ kind }) => kind !== 'listener'),
    fix: fixOf(context, owned, uses, places),
  };
}
