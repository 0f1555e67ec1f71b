import { realpath } from 'node:fs/promises';
import { Collection } from './collection.js';
import type { GitRepository } from './git-repository.js';
import { openCollection } from './open-collection.js';
import { isSameOrInside } from './path-inside.js';
import { collectRequest, type PathRequest, readPathRequest } from './path-request.js';
import { readSources } from './read-sources.js';
import type { CollectError, SkippedFile, SkipReason } from './skipped-file.js';
import type { SourceText } from './source-text.js';

const ONE_MEBIBYTE = 1024 * 1024;

export interface CollectOptions {
  /** Absolute. Patterns are relative to it. */
  readonly cwd: string;
  /** Files, folders and globs; `!glob` is the same as an entry of `ignore`. */
  readonly patterns: readonly string[];
  /** Globs of `--ignore`. Without a slash they match a name at any depth. */
  readonly ignore?: readonly string[];
  /** Larger files are skipped; 1 MiB by default. */
  readonly maxBytes?: number;
  /** Reasons that are not to leave anything out in this run. */
  readonly disregard?: readonly SkipReason[];
  /** Takes only these of the matching files (`--staged`, `--since`). A pattern may then match nothing. */
  readonly only?: ReadonlySet<string>;
}

export interface CollectedFiles {
  /** Nothing outside of it is read or written: the top of the repository, or what the paths have in common. */
  readonly root: string;
  readonly repository: GitRepository | undefined;
  /** In the order of their names, whatever the order of the file system. */
  readonly files: readonly SourceText[];
  readonly skipped: readonly SkippedFile[];
  readonly errors: readonly CollectError[];
}

/**
 * Finds and reads the files of a run.
 *
 * A file or folder that is named itself is taken although .gitignore or a tsconfig's `outDir` would leave it out, as in
 * ripgrep; all other reasons hold for it too, since editors and commit hooks pass names and rely on the ignore file.
 * Problems with one file or pattern become entries of `errors`; the others go on.
 */
export async function collectFiles(options: CollectOptions): Promise<CollectedFiles> {
  const cwd = await realpath(options.cwd);
  const [named, negated] = splitNegated(options.patterns);
  const requests = await Promise.all(named.map((pattern) => readPathRequest(cwd, pattern)));
  const bases = requests.map(({ base }) => base);
  const ignore = [...(options.ignore ?? []), ...negated];
  const { root, repository, collection, reader } = await openCollection(
    cwd,
    bases,
    ignore,
    options.disregard,
  );
  const parts = requests.map((request) => ({ request, found: new Collection(root, collection.disregarded) }));
  for (const { request, found } of parts) await collectRequest(request, reader, found);
  for (const { request, found } of parts) {
    dropBuildOutput(request, reader.outermost.outputFolders, found);
    if (!options.only) reportEmptyRequest(request, found);
    collection.merge(found);
  }
  if (options.only) collection.keepOnly(options.only);
  const files = await readSources(collection, options.maxBytes ?? ONE_MEBIBYTE);
  return { root, repository, files, skipped: collection.skipped(), errors: collection.errors() };
}

/** A tsconfig may name a folder that was searched before the tsconfig was seen. */
function dropBuildOutput(request: PathRequest, outputFolders: ReadonlySet<string>, found: Collection): void {
  if (request.kind === 'file' || found.disregards('build-output')) return;
  for (const folder of outputFolders) {
    if (!isSameOrInside(request.base, folder)) found.skipFolder(folder, 'build-output');
  }
}

function splitNegated(patterns: readonly string[]): [named: string[], negated: string[]] {
  const isNegated = (pattern: string): boolean => pattern.startsWith('!');
  return [
    patterns.filter((pattern) => !isNegated(pattern)),
    patterns.filter(isNegated).map((pattern) => pattern.slice(1)),
  ];
}

/**
 * A check that silently looked at nothing is worse than one that fails. A skipped file that was named is no error: commit
 * hooks name every file of a commit.
 */
function reportEmptyRequest({ pattern, kind }: PathRequest, found: Collection): void {
  if (found.isEmpty) {
    found.fail(pattern, 'no-match', 'no JavaScript or TypeScript file matches');
  } else if (found.hasOnlySkipped && kind !== 'file') {
    const reasons = [...new Set(found.skipped().map(({ detail }) => detail))];
    found.fail(
      pattern,
      'everything-skipped',
      `no file matches outside of what is skipped (${reasons.join(', ')})`,
    );
  }
}
