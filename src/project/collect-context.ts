import { dirname } from 'node:path';
import { collectFiles, type CollectedFiles } from './collect-files.js';
import { PackageJsonFinder } from './package-json.js';

/**
 * The files that are not to be rewritten but may use what is: the rest of the repository, or where there is none, of the
 * packages. Without them a function could become async behind the back of a caller.
 *
 * @param covered absolute folders of which every file has been collected.
 * @returns absolute path → text.
 */
export async function collectContext(
  collected: CollectedFiles,
  covered: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const folders = contextFolders(collected).filter((folder) => !covered.includes(folder));
  if (folders.length === 0) return new Map();
  const targets = new Set(collected.files.map(({ file }) => file));
  const { files } = await collectFiles({
    cwd: collected.root,
    patterns: folders,
    disregard: ['leakfixignored'],
  });
  return new Map(files.filter(({ file }) => !targets.has(file)).map(({ file, text }) => [file, text]));
}

function contextFolders({ files, root, repository }: CollectedFiles): readonly string[] {
  if (repository) return [root];
  const packages = new PackageJsonFinder();
  return [...new Set(files.flatMap(({ file }) => packages.nearest(file)?.directory ?? dirname(file)))];
}
