import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve } from 'node:path';
import type { Collection } from './collection.js';
import { type FolderRules, type FolderRulesReader, findSkipReason } from './folder-rules.js';
import { compileGlob, findGlobBase, hasWildcard, PatternError, type PathMatcher } from './glob-pattern.js';
import { isSameOrInside, toSlashPath } from './path-inside.js';
import { realpathOfExisting } from './project-root.js';
import type { CollectErrorCode, SkipReason } from './skipped-file.js';
import { isSourceName } from './source-name.js';
import { walkFolder } from './walk-folder.js';

/** What counts less than a person naming the very file or folder; all other reasons hold for these too. */
const OVERRIDDEN_BY_NAMING: ReadonlySet<SkipReason> = new Set(['gitignored', 'build-output']);

/** One path or glob of the command line, and what lies there. */
export interface PathRequest {
  /** As it was given. */
  readonly pattern: string;
  readonly kind: 'file' | 'folder' | 'glob' | 'symlink' | 'not-a-file' | 'missing' | 'unreadable';
  /** Absolute; of a glob, the folder that all its matches are in. */
  readonly path: string;
  /** The folder it is about: the path itself, or the one that a file lies in. */
  readonly base: string;
  /** What the system said about an unreadable path. */
  readonly problem?: unknown;
}

/** Looks what a pattern names. A name that exists is that file, also when it looks like a glob: `pages/[id].js`. */
export async function readPathRequest(cwd: string, pattern: string): Promise<PathRequest> {
  const path = resolve(cwd, pattern);
  try {
    return toRequest(pattern, path, await lstat(path));
  } catch (error) {
    if (!isAbsence(error)) return { pattern, kind: 'unreadable', path, base: dirname(path), problem: error };
    if (!hasWildcard(pattern)) return { pattern, kind: 'missing', path, base: dirname(path) };
    const base = resolve(cwd, findGlobBase(pattern) || (pattern.startsWith('/') ? parse(cwd).root : '.'));
    return { pattern, kind: (await exists(base)) ? 'glob' : 'missing', path: base, base };
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Adds the files that a request is about, or the reason why there are none. */
export async function collectRequest(
  request: PathRequest,
  reader: FolderRulesReader,
  collection: Collection,
): Promise<void> {
  if (request.kind === 'missing') return;
  const realBase = await realpathOfExisting(request.base);
  const problem = findProblem(request, realBase, collection.root);
  if (problem) {
    collection.fail(request.path, problem.code, problem.detail);
    return;
  }
  try {
    if (request.kind === 'file')
      await collectFile(join(realBase, basename(request.path)), reader, collection);
    else await collectFolder(realBase, request, reader, collection);
  } catch (error) {
    collection.fail(request.pattern, error instanceof PatternError ? 'bad-pattern' : 'unreadable', error);
  }
}

function toRequest(pattern: string, path: string, stats: Stats): PathRequest {
  if (stats.isDirectory()) return { pattern, kind: 'folder', path, base: path };
  if (stats.isSymbolicLink()) return { pattern, kind: 'symlink', path, base: dirname(path) };
  return { pattern, kind: stats.isFile() ? 'file' : 'not-a-file', path, base: dirname(path) };
}

function isAbsence(error: unknown): boolean {
  return (
    isSystemError(error) &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG')
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

interface Problem {
  readonly code: CollectErrorCode;
  readonly detail: unknown;
}

function findProblem(request: PathRequest, realBase: string, root: string): Problem | undefined {
  const { kind, path } = request;
  if (kind === 'symlink') return { code: 'symlink', detail: 'is a symbolic link; name what it leads to' };
  if (kind === 'not-a-file') return { code: 'unreadable', detail: 'is neither a file nor a folder' };
  if (kind === 'unreadable') return { code: 'unreadable', detail: request.problem };
  if (!isSameOrInside(realBase, root)) {
    return { code: 'outside-root', detail: `a symbolic link leads out of ${root}, to ${realBase}` };
  }
  if (kind === 'file' && !isSourceName(path)) {
    return { code: 'not-source', detail: 'is not a JavaScript or TypeScript file' };
  }
  return undefined;
}

async function collectFile(file: string, reader: FolderRulesReader, collection: Collection): Promise<void> {
  const way = await findWay(file, false, OVERRIDDEN_BY_NAMING, reader, collection);
  if (way) collection.take(file);
}

async function collectFolder(
  folder: string,
  request: PathRequest,
  reader: FolderRulesReader,
  collection: Collection,
): Promise<void> {
  const isNamed = request.kind === 'folder';
  const matches = isNamed ? undefined : compileGlobBelowBase(request.pattern);
  const overridden = isNamed ? OVERRIDDEN_BY_NAMING : new Set<SkipReason>();
  const above = await findWay(folder, true, overridden, reader, collection);
  if (above) await walkFolder(folder, above, { base: folder, matches }, collection);
}

function compileGlobBelowBase(glob: string): PathMatcher {
  const base = findGlobBase(glob);
  return compileGlob(base === '' ? glob.replace(/^\/+/, '') : glob.slice(base.length + 1));
}

/**
 * Goes down from the root to a path and asks the rules at each step.
 *
 * @returns the rules of the folder that the path lies in, or undefined when one of the steps is left out (recorded as a
 *   skip). Where a person named an ignored folder the ignore files above it have been overridden.
 */
async function findWay(
  path: string,
  isFolder: boolean,
  overridden: ReadonlySet<SkipReason>,
  reader: FolderRulesReader,
  collection: Collection,
): Promise<FolderRules | undefined> {
  let rules = reader.outermost;
  let isGitOverridden = false;
  for (let parent = reader.root; parent !== path;) {
    const step = join(parent, toSlashPath(parent, path).split('/', 1).join());
    const isStepFolder = step !== path || isFolder;
    rules = await reader.rulesIn(parent);
    const reason = findSkipReason(reader.root, step, isStepFolder, rules);
    if (reason && !overridden.has(reason) && !collection.disregards(reason)) {
      collection.skip(step, reason, isStepFolder);
      return undefined;
    }
    isGitOverridden ||= reason === 'gitignored';
    parent = step;
  }
  return isGitOverridden ? { ...rules, git: [] } : rules;
}
