import { dirname, join } from 'node:path';
import { LockFileFinder } from './locked-version.js';
import { readSmallFile } from './small-file.js';

/** What leakfix reads of a package.json. */
export interface PackageJson {
  /** Folder of the file. */
  readonly directory: string;
  readonly name?: string;
  readonly main?: string;
  readonly type?: string;
  readonly exports?: unknown;
  readonly engines?: Readonly<Record<string, string>>;
  /** Declared ranges of all kinds of dependency. */
  readonly dependencies: ReadonlyMap<string, string>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringEntries(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** @returns undefined where there is no file, or it is not a JSON object. */
export function readPackageJson(directory: string): PackageJson | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readSmallFile(join(directory, 'package.json')));
  } catch {
    return undefined;
  }
  if (!isRecord(content)) return undefined;
  const { name, main, type, exports } = content;
  return {
    directory,
    ...(typeof name === 'string' && { name }),
    ...(typeof main === 'string' && { main }),
    ...(typeof type === 'string' && { type }),
    ...(exports !== undefined && { exports }),
    engines: Object.fromEntries(stringEntries(content.engines)),
    dependencies: new Map(
      ['peerDependencies', 'devDependencies', 'optionalDependencies', 'dependencies'].flatMap((kind) =>
        stringEntries(content[kind]),
      ),
    ),
  };
}

/** Finds the package.json that governs a file, and remembers each folder's. */
export class PackageJsonFinder {
  readonly #byDirectory = new Map<string, PackageJson | undefined>();
  readonly #locks = new LockFileFinder();

  /** The nearest readable package.json at or above the file's folder. */
  nearest(file: string): PackageJson | undefined {
    return this.#find(dirname(file));
  }

  #find(directory: string): PackageJson | undefined {
    if (this.#byDirectory.has(directory)) return this.#byDirectory.get(directory);
    const parent = dirname(directory);
    const found = readPackageJson(directory) ?? (parent === directory ? undefined : this.#find(parent));
    this.#byDirectory.set(directory, found);
    return found;
  }

  /**
   * The major version of a dependency: installed, else that of the lock file, else the lowest that the declared range
   * names.
   *
   * @returns undefined when it is neither installed nor declared, or the range names no number (`latest`, a git URL).
   */
  majorOf(file: string, dependency: string): number | undefined {
    const packageJson = this.nearest(file);
    if (!packageJson) return undefined;
    const installed = readInstalledVersion(packageJson.directory, dependency);
    const declared = packageJson.dependencies.get(dependency);
    const locked = declared && this.#locks.versionOf(packageJson.directory, dependency);
    const version = installed ?? locked ?? declared;
    const major = version === undefined ? undefined : /\d+/.exec(version)?.[0];
    return major === undefined ? undefined : Number(major);
  }
}

function readInstalledVersion(directory: string, dependency: string): string | undefined {
  try {
    const content: unknown = JSON.parse(
      readSmallFile(join(directory, 'node_modules', dependency, 'package.json')),
    );
    return isRecord(content) && typeof content.version === 'string' ? content.version : undefined;
  } catch {
    return undefined;
  }
}
