import type { Stats } from 'node:fs';
import { isSameOrInside } from '../project/path-inside.js';
import { hashOf } from '../project/source-text.js';
import { errorCodeOf, type FileSystem, messageOf } from './file-system.js';
import type { FileOwnership } from './replacement.js';

/** Why a file is not written. */
export type ObstacleCode =
  | 'changed'
  | 'vanished'
  | 'symlink'
  | 'not-a-file'
  | 'outside-root'
  | 'hard-link'
  | 'read-only'
  | 'not-owner'
  | 'system'
  | 'journal'
  | 'change-set'
  | 'interrupted';

export interface Obstacle {
  readonly code: ObstacleCode;
  /** One line for a person. */
  readonly detail: string;
}

/** A file as it lies on the disk now. */
export type Examined =
  { readonly ownership: FileOwnership; readonly hash: string } | { readonly obstacle: Obstacle };

/**
 * Looks at a file that is to be replaced: is it a plain file of this user, inside the root, with one name only?
 *
 * @param root absolute, without symbolic links.
 */
export async function examineTarget(fileSystem: FileSystem, root: string, file: string): Promise<Examined> {
  try {
    const stats = await fileSystem.lstat(file);
    const obstacle = findObstacle(stats);
    if (obstacle) return { obstacle };
    const real = await fileSystem.realpath(file);
    if (!isSameOrInside(real, root)) {
      return {
        obstacle: { code: 'outside-root', detail: `a symbolic link leads out of ${root}, to ${real}` },
      };
    }
    const { mode, uid, gid } = stats;
    return { ownership: { mode, uid, gid }, hash: hashOf(await fileSystem.readFile(file)) };
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT')
      return { obstacle: { code: 'vanished', detail: 'is no longer there' } };
    return { obstacle: systemObstacle(error) };
  }
}

/** The system refused, in its own words. */
export function systemObstacle(error: unknown): Obstacle {
  return { code: 'system', detail: messageOf(error) };
}

function findObstacle(stats: Stats): Obstacle | undefined {
  if (stats.isSymbolicLink()) return { code: 'symlink', detail: 'is a symbolic link' };
  if (!stats.isFile()) return { code: 'not-a-file', detail: 'is not a regular file' };
  if (stats.nlink > 1) {
    return {
      code: 'hard-link',
      detail: `has ${stats.nlink} names (hard links); replacing it would part them`,
    };
  }
  if ((stats.mode & 0o200) === 0) return { code: 'read-only', detail: 'is read-only' };
  const user = process.getuid?.();
  if (user !== undefined && user !== 0 && user !== stats.uid) {
    return { code: 'not-owner', detail: 'belongs to another user' };
  }
  return undefined;
}
