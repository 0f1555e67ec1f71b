import { dirname, join } from 'node:path';
import type { ProjectTexts } from './project-texts.js';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly ranges: ReadonlyMap<string, string>;
}

const dependencyFields = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
] as const;

/** What the `package.json` files around a file say about a package's version. */
export class PackageManifests {
  readonly #manifests = new Map<string, Manifest | undefined>();

  constructor(private readonly texts: ProjectTexts) {}

  /**
   * Major version of a package as a file in `folder` gets it: of the installed package, else the one that a
   * `package.json` above the file names.
   *
   * @returns `unnamed` when no manifest names the package; `unclear` when the range allows several majors.
   */
  majorOf(packageName: string, folder: string): number | 'unnamed' | 'unclear' {
    for (const above of foldersUpFrom(folder)) {
      const installed = this.#read(join(above, 'node_modules', packageName, 'package.json'));
      if (installed?.version !== undefined) return majorOfRange(installed.version);
      const range = this.#read(join(above, 'package.json'))?.ranges.get(packageName);
      if (range !== undefined) return majorOfRange(range);
      if (above === this.texts.root) break;
    }
    return 'unnamed';
  }

  /** The package that a folder belongs to: its own folder, and its name if it has one. */
  packageOf(folder: string): { readonly folder: string; readonly name?: string } | undefined {
    for (const above of foldersUpFrom(folder)) {
      const manifest = this.#read(join(above, 'package.json'));
      if (manifest) {
        return { folder: above, ...(manifest.name !== undefined && { name: manifest.name }) };
      }
      if (above === this.texts.root) break;
    }
    return undefined;
  }

  #read(path: string): Manifest | undefined {
    if (!this.#manifests.has(path)) {
      const text = this.texts.fileExists(path) ? this.texts.readFile(path) : undefined;
      this.#manifests.set(path, text === undefined ? undefined : parseManifest(text));
    }
    return this.#manifests.get(path);
  }
}

function foldersUpFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpFrom(above)];
}

/** `^2.8.0` is 2, `1.x || 2.x` and `>=2` are unclear. */
function majorOfRange(range: string): number | 'unclear' {
  const majors = range.split('||').map((part) => /^[\s~^=v]*(\d+)(?:[.\s-]|$)/.exec(part)?.[1]);
  const [first] = majors;
  return first !== undefined && majors.every((major) => major === first) ? Number(first) : 'unclear';
}

function parseManifest(text: string): Manifest | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  if (!isRecord(json)) return undefined;
  const ranges = new Map<string, string>();
  for (const field of dependencyFields) {
    const dependencies = json[field];
    if (!isRecord(dependencies)) continue;
    for (const [name, range] of Object.entries(dependencies)) {
      if (typeof range === 'string' && !ranges.has(name)) ranges.set(name, range);
    }
  }
  const { name, version } = json;
  return {
    ranges,
    ...(typeof name === 'string' && { name }),
    ...(typeof version === 'string' && { version }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
