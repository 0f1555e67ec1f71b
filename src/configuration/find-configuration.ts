import type { Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Node, parseTree } from 'jsonc-parser';
import { UsageError } from '../errors.js';
import { findProjectRoot } from '../project/project-root.js';

export const CONFIGURATION_NAME = 'leakfix.config.json';
const PACKAGE_KEY = 'leakfix';
const MAX_BYTES = 1024 * 1024;

/** A configuration as it was found, not yet looked at. */
export interface ConfigurationText {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** For a package.json: the key whose value it is. */
  readonly key?: string;
}

/**
 * The configuration of the folder, or of the nearest one above it, up to the top of the repository: what lies outside
 * of that is somebody else's.
 *
 * @param cwd absolute, without symbolic links.
 * @throws UsageError when one can't be read, or when a folder has two.
 */
export async function findConfiguration(cwd: string): Promise<ConfigurationText | undefined> {
  const { root } = await findProjectRoot(cwd, []);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const own = await readIfThere(join(folder, CONFIGURATION_NAME));
    const shared = await readPackageKey(join(folder, 'package.json'));
    if (own && shared)
      throw new UsageError(
        `both ${own.file} and package.json#${PACKAGE_KEY} configure leakfix`,
        'remove one of them',
      );
    if (own ?? shared) return own ?? shared;
    if (folder === root) return undefined;
  }
}

/**
 * The configuration file that the user names.
 *
 * @throws UsageError when it can't be read.
 */
export async function readNamedConfiguration(cwd: string, path: string): Promise<ConfigurationText> {
  const file = resolve(cwd, path);
  const found = await readIfThere(file);
  if (!found) throw new UsageError(`the configuration ${file} does not exist`, 'see --config');
  return found;
}

async function readPackageKey(file: string): Promise<ConfigurationText | undefined> {
  const found = await readIfThere(file).catch(() => undefined);
  return found?.text.includes(`"${PACKAGE_KEY}"`) === true && hasKey(found.text)
    ? { ...found, key: PACKAGE_KEY }
    : undefined;
}

/** Also in a package.json with mistakes: what it says about leakfix is then refused, not passed over. */
function hasKey(text: string): boolean {
  const tree = parseOrNothing(text);
  return tree?.children?.some((property) => property.children?.[0]?.value === PACKAGE_KEY) ?? false;
}

/** The parser goes down with every bracket: a text of nothing but brackets overflows it. */
function parseOrNothing(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}

async function readIfThere(file: string): Promise<ConfigurationText | undefined> {
  let stats: Stats;
  try {
    stats = await lstat(file);
  } catch {
    return undefined;
  }
  if (!stats.isFile())
    throw new UsageError(`${file} is not a regular file`, 'type --no-config to go without');
  if (stats.size > MAX_BYTES)
    throw new UsageError(`${file} is larger than 1 MiB`, 'type --no-config to go without');
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    throw new UsageError(
      `${file} can not be read: ${(error as Error).message}`,
      'type --no-config to go without',
    );
  }
}
