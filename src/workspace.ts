import { type ChangeSet, filesOf } from './edit/change-set.js';
import { type BatchResult, Overlay } from './edit/overlay.js';
import type { TransformOptions } from './options.js';
import type { ConfigurationProblem, Handler, HandlerFinder, MissingHandler } from './project/handler.js';
import { PackageJsonFinder } from './project/package-json.js';
import { SyntaxFile } from './syntax/syntax-file.js';
import { parse, type ParseResult, type SyntaxProblem } from './syntax/parse.js';
import type { TransformContext, TransformSpec } from './transform.js';
import type { TypeOracle } from './types/oracle.js';

export interface WorkspaceInit {
  /** What may be rewritten: absolute path → text, in a stable order. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is only looked at. */
  readonly context: ReadonlyMap<string, string>;
  readonly types: TypeOracle;
  readonly handlers: HandlerFinder;
  readonly options: TransformOptions;
}

function problemOf(result: SyntaxFile | SyntaxProblem | ParseResult | undefined): SyntaxProblem | undefined {
  if (result === undefined || result instanceof SyntaxFile) return undefined;
  if ('ok' in result) return result.ok ? undefined : result.problem;
  return result;
}

export interface FileSyntaxError extends SyntaxProblem {
  readonly file: string;
}

interface Parsed {
  readonly version: number;
  readonly result: SyntaxFile | SyntaxProblem;
}

/** The project while it is being rewritten: texts in the overlay, and what is known of their current versions. */
export class Workspace {
  overlay: Overlay;
  readonly packages = new PackageJsonFinder();
  readonly #init: WorkspaceInit;
  readonly #parsed = new Map<string, Parsed>();

  constructor(init: WorkspaceInit) {
    this.#init = init;
    this.overlay = new Overlay(init.texts);
  }

  /** The files that a transform may have something to do in, parsed. */
  filesFor(transform: TransformSpec, scope?: ReadonlySet<string>): readonly SyntaxFile[] {
    return [...this.overlay.original.keys()]
      .filter((path) => scope?.has(path) ?? true)
      .filter((path) => transform.appliesTo(this.overlay.read(path)))
      .flatMap((path) => this.fileAt(path) ?? []);
  }

  fileAt(path: string): SyntaxFile | undefined {
    const result = this.parse(path);
    return result instanceof SyntaxFile ? result : undefined;
  }

  /** The file's current version, parsed once; undefined for a file that is not part of the run. */
  parse(path: string): SyntaxFile | SyntaxProblem | undefined {
    const context = this.#init.context.get(path);
    if (context !== undefined) return this.#parseContext(path, context);
    if (!this.overlay.has(path)) return undefined;
    const version = this.overlay.versionOf(path);
    const known = this.#parsed.get(path);
    if (known?.version === version) return known.result;
    const result = SyntaxFile.parse(path, this.overlay.read(path));
    this.#parsed.set(path, { version, result });
    return result;
  }

  /**
   * The files that are no programs, each with its first problem. A file that no transform applies to is parsed for this
   * question only; its tree is not kept.
   */
  syntaxErrors(transforms: readonly TransformSpec[]): readonly FileSyntaxError[] {
    return [...this.overlay.original].flatMap(([file, text]) => {
      const problem = transforms.some((transform) => transform.appliesTo(text))
        ? problemOf(this.parse(file))
        : problemOf(parse(file, text));
      return problem ? [{ file, ...problem }] : [];
    });
  }

  #parseContext(path: string, text: string): SyntaxFile | SyntaxProblem {
    const known = this.#parsed.get(path);
    if (known) return known.result;
    const result = SyntaxFile.parse(path, text);
    this.#parsed.set(path, { version: 0, result });
    return result;
  }

  textAsRead(path: string): string {
    return this.overlay.original.get(path) ?? this.#init.context.get(path) ?? '';
  }

  /** The files of a change set that are only looked at: it can't be made. */
  outside(changeSet: ChangeSet): readonly string[] {
    return filesOf(changeSet).filter((file) => !this.overlay.has(file));
  }

  contextFor(files: readonly SyntaxFile[]): TransformContext {
    const { types, handlers, options } = this.#init;
    return {
      files,
      fileAt: (path) => this.fileAt(path),
      types,
      handlersIn: (file) => handlers.handlersIn(file),
      allHandlers: () => this.#allHandlers(),
      packages: this.packages,
      options,
    };
  }

  apply(changeSets: readonly ChangeSet[]): BatchResult {
    const result = this.overlay.apply(changeSets);
    for (const file of result.changedFiles) this.#init.types.update(file, this.overlay.read(file));
    return result;
  }

  /** Goes back to the texts that were read. */
  reset(): void {
    const changed = this.overlay.changedFiles();
    this.overlay = new Overlay(this.#init.texts);
    this.#parsed.clear();
    for (const file of changed) this.#init.types.update(file, this.overlay.read(file));
  }

  get types(): TypeOracle {
    return this.#init.types;
  }

  faults(): ReturnType<TypeOracle['faults']> {
    return this.#init.types.faults();
  }

  missingHandlers(): readonly MissingHandler[] {
    return this.#init.handlers.missing();
  }

  configurationProblems(): readonly ConfigurationProblem[] {
    return this.#init.handlers.problems;
  }

  /** The handlers in the current version of a file. */
  handlersAt(path: string): readonly Handler[] {
    const file = this.fileAt(path);
    return file ? this.#init.handlers.handlersIn(file) : [];
  }

  /** Handlers in all files of the run that parse. */
  handlerCount(): number {
    return this.#allHandlers().length;
  }

  #allHandlers(): readonly Handler[] {
    return [...this.overlay.original.keys()]
      .filter((path) => /\bexports?\b/.test(this.overlay.read(path)))
      .flatMap((path) => this.fileAt(path) ?? [])
      .flatMap((file) => this.#init.handlers.handlersIn(file));
  }
}
