import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { startOf } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { awaitValueEdits } from '../await-insertion.js';
import type { MovableRelease } from './existing-release.js';
import type { OwnedResource } from './owned-resource.js';
import { editsOf, removeRelease } from './release-edits.js';
import type { ResourceUses } from './resource-uses.js';
import { lowestNode, parsesUsing } from './target-runtime.js';

function canBeUsing(context: TransformContext, { file, acquiring, resource }: OwnedResource): boolean {
  const { dispose, module, opensWith } = resource;
  if (context.options.resourceStyle !== 'using' || !dispose || opensWith !== undefined) return false;
  // Its failure would wrap the first one in a SuppressedError.
  if (resource.release.failsWhenBroken) return false;
  if (!parsesUsing(context, file.path)) return false;
  const major = context.packages.majorOf(file.path, module.split('/')[0] ?? module);
  // Node's own modules have the version of Node.js.
  const version = module === 'fs/promises' ? lowestNode(context, file.path) : major;
  if (version === undefined || version < dispose.sinceMajor) return false;
  return t.isVariableDeclaration(acquiring, { kind: 'const' }) && acquiring.declarations.length === 1;
}

/**
 * `await using conn = …` in place of a `finally`, where the options ask for it, the package's own dispose method does
 * the same as the release, and the runtime parses it.
 *
 * @returns undefined where a `finally` has to do.
 */
export function closeByUsing(
  context: TransformContext,
  owned: OwnedResource,
  uses: ResourceUses,
  releases: readonly MovableRelease[],
): ChangeSet | undefined {
  const { file, acquiring, resource } = owned;
  if (!resource.dispose || !canBeUsing(context, owned)) return undefined;
  const edits = editsOf(file);
  edits.replace(startOf(acquiring), startOf(acquiring) + 'const'.length, resource.dispose.keyword);
  for (const release of releases) removeRelease(file, edits, release);
  for (const value of uses.returned)
    for (const { start, end, text } of awaitValueEdits(file, value)) edits.replace(start, end, text);
  return changeSetOf(file.path, edits.toEdits());
}
