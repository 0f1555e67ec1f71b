import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { libraryText } from './library-files.js';

/**
 * The files as the checker sees them: the run's current texts over the disk. The disk is taken not to change during
 * a run, so what was asked once is remembered.
 */
export class ProjectTexts implements ts.ModuleResolutionHost {
  readonly useCaseSensitiveFileNames = ts.sys.useCaseSensitiveFileNames;
  readonly #texts: Map<string, string>;
  readonly #folders = new Set<string>();
  readonly #fileExists = new Map<string, boolean>();
  readonly #folderExists = new Map<string, boolean>();
  readonly #realpaths = new Map<string, string>();

  constructor(
    readonly root: string,
    files: ReadonlyMap<string, string>,
  ) {
    this.#texts = new Map(files);
    for (const file of files.keys()) this.#addFolders(file);
  }

  /** Files of the run, in the order they were given. */
  files(): readonly string[] {
    return [...this.#texts.keys()];
  }

  isProjectFile(path: string): boolean {
    return this.#texts.has(path);
  }

  /** @returns whether the text is another one than before. */
  update(file: string, text: string): boolean {
    if (this.#texts.get(file) === text) return false;
    this.#texts.set(file, text);
    this.#addFolders(file);
    return true;
  }

  readFile = (path: string): string | undefined =>
    this.#texts.get(path) ?? libraryText(path) ?? ts.sys.readFile(path);

  fileExists = (path: string): boolean => {
    if (this.#texts.has(path) || libraryText(path) !== undefined) return true;
    return remember(this.#fileExists, path, (unknown) => ts.sys.fileExists(unknown));
  };

  directoryExists = (path: string): boolean =>
    this.#folders.has(path) ||
    remember(this.#folderExists, path, (unknown) => ts.sys.directoryExists(unknown));

  getDirectories = (path: string): string[] => ts.sys.getDirectories(path);

  getCurrentDirectory = (): string => this.root;

  realpath = (path: string): string => {
    if (this.#texts.has(path)) return path;
    return remember(this.#realpaths, path, (unknown) => ts.sys.realpath?.(unknown) ?? unknown);
  };

  #addFolders(file: string): void {
    for (let folder = dirname(file); !this.#folders.has(folder); folder = dirname(folder)) {
      this.#folders.add(folder);
    }
  }
}

function remember<T>(answers: Map<string, T>, path: string, ask: (path: string) => T): T {
  const known = answers.get(path);
  if (known !== undefined) return known;
  const answer = ask(path);
  answers.set(path, answer);
  return answer;
}
