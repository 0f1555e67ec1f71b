import { dirname, join } from 'node:path';
import { ts } from 'ts-morph';
import type { ProjectTexts } from './project-texts.js';

export interface TsConfig {
  readonly path: string;
  readonly fileNames: ReadonlySet<string>;
  readonly options: ts.CompilerOptions;
  /** Paths of the tsconfigs it refers to. */
  readonly references: readonly string[];
  /** What is wrong with it, in one line; defaults stand in for what could not be read. */
  readonly problem?: string;
}

/** No input files is no problem here: files that nobody covers go elsewhere. */
const noInputCodes: readonly number[] = [18002, 18003];

/** Reads tsconfigs, each once. Nothing is loaded from outside the root, node_modules excepted. */
export class TsConfigReader {
  readonly #configs = new Map<string, TsConfig>();
  readonly #nearest = new Map<string, readonly string[]>();
  readonly #extended = new Map<string, ts.ExtendedConfigCacheEntry>();

  constructor(private readonly texts: ProjectTexts) {}

  /** The tsconfigs and jsconfigs from a folder upwards to the root, the nearest first. */
  findAbove(folder: string): readonly string[] {
    const known = this.#nearest.get(folder);
    if (known) return known;
    const here = ['tsconfig.json', 'jsconfig.json'].map((name) => join(folder, name));
    const parent = dirname(folder);
    const above = folder === this.texts.root || parent === folder ? [] : this.findAbove(parent);
    const found = [...here.filter(this.texts.fileExists).slice(0, 1), ...above];
    this.#nearest.set(folder, found);
    return found;
  }

  read(path: string): TsConfig {
    const known = this.#configs.get(path);
    if (known) return known;
    const config = this.#parse(path);
    this.#configs.set(path, config);
    return config;
  }

  #parse(path: string): TsConfig {
    const problems: ts.Diagnostic[] = [];
    try {
      const parsed = ts.getParsedCommandLineOfConfigFile(
        path,
        undefined,
        {
          useCaseSensitiveFileNames: this.texts.useCaseSensitiveFileNames,
          fileExists: (file) => this.#mayRead(file) && this.texts.fileExists(file),
          readFile: (file) => (this.#mayRead(file) ? this.texts.readFile(file) : undefined),
          readDirectory: (...query) => ts.sys.readDirectory(...query),
          getCurrentDirectory: this.texts.getCurrentDirectory,
          onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem),
        },
        this.#extended,
      );
      problems.push(...(parsed?.errors ?? []));
      return {
        path,
        fileNames: new Set(parsed?.fileNames),
        options: parsed?.options ?? {},
        references: (parsed?.projectReferences ?? []).map(ts.resolveProjectReferencePath),
        ...problemOf(problems),
      };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { path, fileNames: new Set(), options: {}, references: [], problem };
    }
  }

  #mayRead(file: string): boolean {
    return file.startsWith(`${this.texts.root}/`) || file.includes('/node_modules/');
  }
}

function problemOf(diagnostics: readonly ts.Diagnostic[]): { problem?: string } {
  const first = diagnostics.find(
    ({ category, code }) => category === ts.DiagnosticCategory.Error && !noInputCodes.includes(code),
  );
  return first ? { problem: ts.flattenDiagnosticMessageText(first.messageText, ' ') } : {};
}
