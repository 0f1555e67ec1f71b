import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Tells the version of a dependency by one lock file. */
type Lock = (dependency: string) => string | undefined;

type ReadLock = (text: string) => Lock;

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** The version that all entries agree on, as far as the major goes. */
function agreed(versions: readonly string[]): string | undefined {
  const majors = new Set(versions.map((version) => version.split('.')[0]));
  return majors.size === 1 ? versions[0] : undefined;
}

interface NpmLock {
  readonly packages?: Readonly<Record<string, { readonly version?: string } | undefined>>;
  readonly dependencies?: Readonly<Record<string, { readonly version?: string } | undefined>>;
}

/** package-lock.json and npm-shrinkwrap.json: `packages` since version 2, `dependencies` in version 1. */
const readNpmLock: ReadLock = (text) => {
  const { packages, dependencies } = JSON.parse(text) as NpmLock;
  return (dependency) =>
    packages?.[`node_modules/${dependency}`]?.version ?? dependencies?.[dependency]?.version;
};

/** yarn.lock of all versions: `name@range:`, with `version "1.2.3"` or `version: 1.2.3` below. */
const readYarnLock: ReadLock = (text) => (dependency) => {
  const entry = new RegExp(String.raw`^"?${escaped(dependency)}@[^\n]*:\r?\n\s+version:? "?([^"\s]+)`, 'gm');
  return agreed([...text.matchAll(entry)].flatMap(([, version]) => version ?? []));
};

/** pnpm-lock.yaml: package keys `/name/1.2.3`, `/name@1.2.3` or `name@1.2.3`. */
const readPnpmLock: ReadLock = (text) => (dependency) => {
  const entry = new RegExp(String.raw`^ {2}['"]?/?${escaped(dependency)}[@/](\d[^:('"_\s]*)`, 'gm');
  return agreed([...text.matchAll(entry)].flatMap(([, version]) => version ?? []));
};

const LOCK_FILES: readonly (readonly [string, ReadLock])[] = [
  ['package-lock.json', readNpmLock],
  ['npm-shrinkwrap.json', readNpmLock],
  ['yarn.lock', readYarnLock],
  ['pnpm-lock.yaml', readPnpmLock],
];

function readLock(directory: string): Lock | undefined {
  for (const [name, read] of LOCK_FILES) {
    try {
      return read(readFileSync(join(directory, name), 'utf8'));
    } catch {
      // Not there, or not to be read: the next one may be.
    }
  }
  return undefined;
}

/** Finds the lock file that governs a folder, its own or that of a workspace around it, and remembers it. */
export class LockFileFinder {
  readonly #byDirectory = new Map<string, Lock | undefined>();

  /** @returns undefined when no lock file names the dependency, or its entries differ in their majors. */
  versionOf(directory: string, dependency: string): string | undefined {
    return this.#find(directory)?.(dependency);
  }

  #find(directory: string): Lock | undefined {
    if (this.#byDirectory.has(directory)) return this.#byDirectory.get(directory);
    const parent = dirname(directory);
    const found = readLock(directory) ?? (parent === directory ? undefined : this.#find(parent));
    this.#byDirectory.set(directory, found);
    return found;
  }
}
