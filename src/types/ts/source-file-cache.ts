import { ts } from 'ts-morph';
import { hasEndlessModifiers } from './modifier-row.js';
import { isTooDeep, maybeTooDeep } from './nesting.js';

/** `x.d.ts`, `x.d.mts`, `x.d.json.ts` */
export function isDeclarationFile(path: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}

interface CachedFile {
  readonly text: string;
  readonly sourceFile: ts.SourceFile;
}

/** Trees of the standard library and of installed packages, which outlive a run and are the same in the next. */
const sharedByAllRuns = new Map<string, CachedFile>();

/**
 * Syntax trees shared between programs. A declaration file means the same under all compiler options (only its
 * module format matters), and parsing and binding the library and `@types/node` anew for each of fifteen tsconfigs
 * is most of the time that a monorepo takes. Other files are shared between programs of equal options.
 *
 * A file that can't be parsed or checked in reasonable depth and time has an empty tree.
 */
export class SourceFileCache {
  readonly #files = new Map<string, CachedFile>();
  /** Files that have an empty tree, and why. */
  readonly unreadable = new Map<string, string>();

  get(path: string, text: string, parse: ts.CreateSourceFileOptions, optionsKey: string): ts.SourceFile {
    const isDeclaration = isDeclarationFile(path);
    const key = [path, parse.impliedNodeFormat ?? '', isDeclaration ? '' : optionsKey].join('\0');
    const files = isDeclaration && path.includes('/node_modules/') ? sharedByAllRuns : this.#files;
    const cached = files.get(key);
    if (cached?.text === text) return cached.sourceFile;
    const options = { ...parse, ...(isDeclaration && { languageVersion: ts.ScriptTarget.Latest }) };
    const sourceFile = isDeclaration
      ? ts.createSourceFile(path, text, options)
      : this.#parse(path, text, options);
    files.set(key, { text, sourceFile });
    return sourceFile;
  }

  /** Takes files whose trees are too deep out of the game: to be called when binding them has overflowed. */
  dropDeepFiles(): boolean {
    const deep = [...this.#files].filter(([, { sourceFile }]) => isTooDeep(sourceFile));
    for (const [key, { text, sourceFile }] of deep) {
      this.#markTooDeep(sourceFile.fileName);
      const empty = ts.createSourceFile(sourceFile.fileName, '', sourceFile.languageVersion);
      this.#files.set(key, { text, sourceFile: empty });
    }
    return deep.length > 0;
  }

  #parse(path: string, text: string, options: ts.CreateSourceFileOptions): ts.SourceFile {
    const tree = this.#tryToParse(path, text, options);
    return tree ?? ts.createSourceFile(path, '', options);
  }

  #tryToParse(path: string, text: string, options: ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    this.unreadable.delete(path);
    if (hasEndlessModifiers(text)) {
      this.unreadable.set(path, `${path}: not checked, its modifiers never end`);
      return undefined;
    }
    try {
      const tree = ts.createSourceFile(path, text, options);
      if (!maybeTooDeep(text) || !isTooDeep(tree)) return tree;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    this.#markTooDeep(path);
    return undefined;
  }

  #markTooDeep(path: string): void {
    this.unreadable.set(path, `${path}: nested too deeply to be checked`);
  }
}
