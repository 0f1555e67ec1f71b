import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Folders of what is installed or built. */
const NOT_SOURCES = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'cdk.out']);
const CODE = /(?<!\.d)\.[cm]?[jt]sx?$/;
const SPECIFIER = /(?:\bfrom|\brequire\s*\(|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g;

interface OutsideFile {
  readonly path: string;
  /** Last parts of the specifiers that it imports, without extensions: `store` of `../db/store.js`. */
  readonly imports: ReadonlySet<string>;
}

/** Looks for files that import a file of the run, but are not in the run themselves. */
export class ImportersOutsideRun {
  readonly #byFolder = new Map<string, readonly OutsideFile[]>();

  /** @param isInRun tells of an absolute path whether the file is looked at anyway */
  constructor(private readonly isInRun: (path: string) => boolean) {}

  /**
   * A file below the folder that is not in the run and imports something of this file's name. What can't be read imports
   * nothing.
   */
  find(folder: string, file: string): string | undefined {
    const outside = this.#byFolder.get(folder) ?? this.#filesOutside(folder);
    this.#byFolder.set(folder, outside);
    const name = moduleName(file);
    return outside.find(({ imports }) => imports.has(name))?.path;
  }

  #filesOutside(folder: string): readonly OutsideFile[] {
    return codeFilesBelow(folder)
      .filter((path) => !this.isInRun(path))
      .map((path) => ({ path, imports: importsIn(path) }));
  }
}

/** `store` of `db/store.js`, `db` of `db/index.js` */
function moduleName(path: string): string {
  const name = basename(path).replace(/\.[cm]?[jt]sx?$/, '');
  return name === 'index' ? basename(dirname(path)) : name;
}

function importsIn(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8');
  return new Set(
    [...text.matchAll(SPECIFIER)]
      .map(([, specifier = '']) => specifier)
      .filter((specifier) => /^[.#@~/]/.test(specifier))
      .map((specifier) => moduleName(specifier)),
  );
}

function codeFilesBelow(folder: string): readonly string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.isDirectory())
      return NOT_SOURCES.has(entry.name) || entry.name.startsWith('.')
        ? []
        : codeFilesBelow(join(folder, entry.name));
    return entry.isFile() && CODE.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}
