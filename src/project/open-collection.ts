import { posix } from 'node:path';
import { Collection } from './collection.js';
import { type FolderRules, FolderRulesReader, readIgnoreFile } from './folder-rules.js';
import type { GitRepository } from './git-repository.js';
import { compilePathPattern, escapeGlob, expandBraces, PatternError } from './glob-pattern.js';
import { type IgnoreFile, parseIgnoreFile } from './ignore-rules.js';
import { isSameOrInside, toSlashPath } from './path-inside.js';
import { findProjectRoot, type ProjectRoot } from './project-root.js';
import type { SkipReason } from './skipped-file.js';

/** An empty collection, and the rules that decide what may come into it. */
export interface OpenCollection extends ProjectRoot {
  readonly collection: Collection;
  readonly reader: FolderRulesReader;
}

/**
 * @param cwd absolute, without symbolic links.
 * @param folders what the run is about; they decide about the root.
 * @param ignore globs of `--ignore`, relative to `cwd`.
 */
export async function openCollection(
  cwd: string,
  folders: readonly string[],
  ignore: readonly string[],
  disregard: readonly SkipReason[] = [],
): Promise<OpenCollection> {
  const { root, repository } = await findProjectRoot(cwd, folders);
  const collection = new Collection(root, new Set(disregard));
  const option = parseIgnoreOption(cwd, ignore, collection);
  const reader = new FolderRulesReader(root, await outermostRules(repository, option));
  return { root, repository, collection, reader };
}

/** Globs of the command line as rules from the root; a glob that is not valid is an error, unlike in an ignore file. */
function parseIgnoreOption(cwd: string, globs: readonly string[], collection: Collection): IgnoreFile {
  const { root } = collection;
  const place = isSameOrInside(cwd, root) ? escapeGlob(toSlashPath(root, cwd)) : '';
  const lines: string[] = [];
  for (const glob of globs) {
    try {
      for (const pattern of expandBraces(glob)) {
        compilePathPattern(pattern);
        lines.push(pattern.replace(/\/$/, '').includes('/') ? `/${posix.join(place, pattern)}` : pattern);
      }
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      collection.fail(glob, 'bad-pattern', error);
    }
  }
  return parseIgnoreFile('', lines.join('\n'));
}

async function outermostRules(
  repository: GitRepository | undefined,
  option: IgnoreFile,
): Promise<FolderRules> {
  const exclude = repository && (await readIgnoreFile(repository.excludeFile));
  const git = exclude === undefined ? [] : [parseIgnoreFile('', exclude)];
  return { git, leakfix: [], option, outputFolders: new Set() };
}
