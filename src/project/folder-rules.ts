import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { findOutputFolder, isDeploymentFolder, isTsconfigName } from './build-output.js';
import { hasMinifiedName } from './generated-code.js';
import { type IgnoreFile, isIgnored, parseIgnoreFile } from './ignore-rules.js';
import { toSlashPath } from './path-inside.js';
import type { SkipReason } from './skipped-file.js';
import { isDeclarationName } from './source-name.js';

/** What decides about the entries of one folder. Ignore files are in the order outermost first. */
export interface FolderRules {
  readonly git: readonly IgnoreFile[];
  readonly leakfix: readonly IgnoreFile[];
  /** The rules of `--ignore`. */
  readonly option: IgnoreFile;
  /** Where compilers write to: one set for the whole run, since a tsconfig may name any folder. */
  readonly outputFolders: Set<string>;
}

/** Reads the rules of folders, each folder once. */
export class FolderRulesReader {
  readonly #known = new Map<string, Promise<FolderRules>>();

  /** @param outermost the rules that hold for the root before its own files are read. */
  constructor(
    readonly root: string,
    readonly outermost: FolderRules,
  ) {}

  /**
   * The rules for the entries of a folder at or below the root, with those of all folders above it.
   *
   * @throws when a folder can't be read.
   */
  rulesIn(folder: string): Promise<FolderRules> {
    const known = this.#known.get(folder) ?? this.#read(folder);
    this.#known.set(folder, known);
    return known;
  }

  async #read(folder: string): Promise<FolderRules> {
    const above = folder === this.root ? this.outermost : await this.rulesIn(dirname(folder));
    return extendRules(this.root, folder, await readdir(folder), above);
  }
}

/** The rules for the entries of a folder, from those above and from the files among its entries. */
export async function extendRules(
  root: string,
  folder: string,
  names: readonly string[],
  above: FolderRules,
): Promise<FolderRules> {
  const place = toSlashPath(root, folder);
  // A repository inside the repository has its own rules.
  const git = folder !== root && names.includes('.git') ? [] : above.git;
  const tsconfigs = names.filter(isTsconfigName).map((name) => join(folder, name));
  const outputs = await Promise.all(tsconfigs.map(findOutputFolder));
  for (const output of outputs) if (output !== undefined) above.outputFolders.add(output);
  return {
    git: await withIgnoreFile(git, place, folder, names, '.gitignore'),
    leakfix: await withIgnoreFile(above.leakfix, place, folder, names, '.leakfixignore'),
    option: above.option,
    outputFolders: above.outputFolders,
  };
}

/** Whether rules or its name leave an entry out. What only its content can tell is not asked here. */
export function findSkipReason(
  root: string,
  path: string,
  isFolder: boolean,
  rules: FolderRules,
): SkipReason | undefined {
  const name = basename(path);
  const place = toSlashPath(root, path);
  if (isFolder && name === 'node_modules') return 'node_modules';
  if (isIgnored([rules.option], place, isFolder)) return 'ignore-option';
  if (isIgnored(rules.leakfix, place, isFolder)) return 'leakfixignored';
  if (isIgnored(rules.git, place, isFolder)) return 'gitignored';
  if (isFolder) return isDeploymentFolder(name) || rules.outputFolders.has(path) ? 'build-output' : undefined;
  if (isDeclarationName(name)) return 'declaration';
  return hasMinifiedName(name) ? 'minified' : undefined;
}

async function withIgnoreFile(
  above: readonly IgnoreFile[],
  place: string,
  folder: string,
  names: readonly string[],
  name: string,
): Promise<readonly IgnoreFile[]> {
  if (!names.includes(name)) return above;
  const text = await readIgnoreFile(join(folder, name));
  return text === undefined ? above : [...above, parseIgnoreFile(place, text)];
}

/** @returns undefined when there is no such file; one that can't be read is treated like git treats it: as absent. */
export async function readIgnoreFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
