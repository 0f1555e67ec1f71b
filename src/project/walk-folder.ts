import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extendRules, findSkipReason, type FolderRules } from './folder-rules.js';
import type { Collection } from './collection.js';
import type { PathMatcher } from './glob-pattern.js';
import { toSlashPath } from './path-inside.js';
import { isSourceName } from './source-name.js';

const VERSION_CONTROL_FOLDERS = new Set(['.git', '.hg', '.svn', '.jj', '.sl']);

/** What one walk looks for. */
export interface Walk {
  /** The folder it starts at. */
  readonly base: string;
  /** Only files whose path from the base matches; undefined takes all. */
  readonly matches: PathMatcher | undefined;
}

/**
 * Finds the source files below a folder that no rule leaves out. Symbolic links are never followed, so that neither a
 * loop nor a link out of the root can lead astray.
 *
 * @param above the rules of the folders above.
 */
export async function walkFolder(
  folder: string,
  above: FolderRules,
  walk: Walk,
  collection: Collection,
): Promise<void> {
  const entries = await readFolder(folder, collection);
  const names = entries.map(({ name }) => name);
  const rules = await extendRules(collection.root, folder, names, above);
  const inner = entries.map((entry) => visitEntry(join(folder, entry.name), entry, rules, walk, collection));
  await Promise.all(inner);
}

async function visitEntry(
  path: string,
  entry: Dirent,
  rules: FolderRules,
  walk: Walk,
  collection: Collection,
): Promise<void> {
  const isFolder = entry.isDirectory();
  if (isFolder ? VERSION_CONTROL_FOLDERS.has(entry.name) : !(await isCandidate(path, entry, walk))) return;
  const reason = findSkipReason(collection.root, path, isFolder, rules);
  if (reason && !collection.disregards(reason)) collection.skip(path, reason, isFolder);
  else if (isFolder) await walkFolder(path, rules, walk, collection);
  else if (entry.isSymbolicLink()) collection.skip(path, 'symlink');
  else if (entry.isFile()) collection.take(path);
  else collection.skip(path, 'not-a-file');
}

async function isCandidate(path: string, entry: Dirent, walk: Walk): Promise<boolean> {
  if (walk.matches && !walk.matches(toSlashPath(walk.base, path))) return false;
  return isSourceName(entry.name) || (entry.isSymbolicLink() && (await leadsToFolder(path)));
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}

async function readFolder(folder: string, collection: Collection): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    collection.fail(folder, 'unreadable', error);
    return [];
  }
}
