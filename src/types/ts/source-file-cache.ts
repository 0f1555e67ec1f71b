import { ts } from 'ts-morph';

/** `x.d.ts`, `x.d.mts`, `x.d.json.ts` */
export function isDeclarationFile(path: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}

interface CachedFile {
  readonly text: string;
  readonly sourceFile: ts.SourceFile;
}

/**
 * Syntax trees shared between programs. A declaration file means the same under all compiler options (only its
 * module format matters), and parsing and binding the library and `@types/node` anew for each of fifteen tsconfigs
 * is most of the time that a monorepo takes. Other files are shared between programs of equal options.
 */
export class SourceFileCache {
  readonly #files = new Map<string, CachedFile>();

  get(path: string, text: string, parse: ts.CreateSourceFileOptions, optionsKey: string): ts.SourceFile {
    const isDeclaration = isDeclarationFile(path);
    const key = [path, parse.impliedNodeFormat ?? '', isDeclaration ? '' : optionsKey].join('\0');
    const cached = this.#files.get(key);
    if (cached?.text === text) return cached.sourceFile;
    const sourceFile = ts.createSourceFile(path, text, {
      ...parse,
      ...(isDeclaration && { languageVersion: ts.ScriptTarget.Latest }),
    });
    this.#files.set(key, { text, sourceFile });
    return sourceFile;
  }
}
