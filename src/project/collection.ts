import { sep } from 'node:path';
import type { CollectError, CollectErrorCode, SkippedFile, SkipReason } from './skipped-file.js';

/** What was found so far: for one pattern, or for the whole run. The same file found twice is one. */
export class Collection {
  readonly #files = new Set<string>();
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #errors = new Map<string, CollectError>();

  constructor(
    readonly root: string,
    readonly disregarded: ReadonlySet<SkipReason>,
  ) {}

  disregards(reason: SkipReason): boolean {
    return this.disregarded.has(reason);
  }

  take(file: string): void {
    this.#files.add(file);
    this.#skipped.delete(file);
  }

  /** Leaves out what was taken before, if it was. */
  skip(path: string, reason: SkipReason, isFolder = false, detail = DESCRIPTIONS[reason]): void {
    const file = isFolder ? `${path}/` : path;
    this.#files.delete(file);
    this.#skipped.set(file, { file, reason, detail });
  }

  /** @param problem a sentence, or the error that was thrown. */
  fail(file: string, code: CollectErrorCode, problem: unknown): void {
    const detail = problem instanceof Error ? problem.message : String(problem);
    this.#errors.set(`${file}\n${code}`, { file, code, detail });
  }

  /** Leaves a folder out of which something may have been taken already. */
  skipFolder(folder: string, reason: SkipReason): void {
    const isInside = (file: string): boolean => file.startsWith(`${folder}${sep}`);
    const taken = [...this.#files].filter(isInside);
    const skipped = [...this.#skipped.keys()].filter(isInside);
    for (const file of taken) this.#files.delete(file);
    for (const file of skipped) this.#skipped.delete(file);
    if (taken.length > 0 || skipped.length > 0) this.skip(folder, reason, true);
  }

  /** Adds what another pattern found: a file that one of them takes is taken. */
  merge(other: Collection): void {
    for (const skipped of other.#skipped.values()) {
      if (!this.#files.has(skipped.file)) this.#skipped.set(skipped.file, skipped);
    }
    for (const file of other.#files) this.take(file);
    for (const [key, error] of other.#errors) this.#errors.set(key, error);
  }

  /** Drops all other files, and the skips that aren't about these files. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.#files) if (!files.has(file)) this.#files.delete(file);
    for (const file of this.#skipped.keys()) if (!files.has(file)) this.#skipped.delete(file);
  }

  get isEmpty(): boolean {
    return this.#files.size === 0 && this.#skipped.size === 0 && this.#errors.size === 0;
  }

  get hasOnlySkipped(): boolean {
    return this.#files.size === 0 && this.#skipped.size > 0 && this.#errors.size === 0;
  }

  files(): string[] {
    return [...this.#files].sort();
  }

  skipped(): SkippedFile[] {
    return [...this.#skipped.values()].sort(byFile);
  }

  errors(): CollectError[] {
    return [...this.#errors.values()].sort(byFile);
  }
}

/** By code units: the same on every system and in every language. */
function byFile(left: { readonly file: string }, right: { readonly file: string }): number {
  if (left.file === right.file) return 0;
  return left.file < right.file ? -1 : 1;
}

const DESCRIPTIONS: Readonly<Record<SkipReason, string>> = {
  gitignored: 'ignored by .gitignore',
  leakfixignored: 'ignored by .leakfixignore',
  'ignore-option': 'ignored by --ignore',
  node_modules: 'installed dependencies',
  'build-output': 'output of a build',
  declaration: 'a declaration file holds no code',
  minified: 'minified',
  generated: 'its header says that it is generated',
  'too-large': 'too large',
  symlink: 'a symbolic link; links are not followed',
  duplicate: 'the same file under another name',
  'not-a-file': 'not a regular file',
  binary: 'not text',
};
