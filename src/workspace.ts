import type { ChangeSet } from './edit/change-set.js';
import { type BatchResult, Overlay } from './edit/overlay.js';
import type { TransformOptions } from './options.js';
import type { HandlerFinder } from './project/handler.js';
import { PackageJsonFinder } from './project/package-json.js';
import { SyntaxFile } from './syntax/syntax-file.js';
import type { SyntaxProblem } from './syntax/parse.js';
import type { TransformContext, TransformSpec } from './transform.js';
import type { TypeOracle } from './types/oracle.js';

export interface WorkspaceInit {
  /** Absolute path → text, in a stable order. */
  readonly texts: ReadonlyMap<string, string>;
  readonly types: TypeOracle;
  readonly handlers: HandlerFinder;
  readonly options: TransformOptions;
}

interface Parsed {
  readonly version: number;
  readonly result: SyntaxFile | SyntaxProblem;
}

/** The project while it is being rewritten: texts in the overlay, and what is known of their current versions. */
export class Workspace {
  readonly overlay: Overlay;
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
    if (!this.overlay.has(path)) return undefined;
    const version = this.overlay.versionOf(path);
    const known = this.#parsed.get(path);
    if (known?.version === version) return known.result;
    const result = SyntaxFile.parse(path, this.overlay.read(path));
    this.#parsed.set(path, { version, result });
    return result;
  }

  contextFor(files: readonly SyntaxFile[]): TransformContext {
    const { types, handlers, options } = this.#init;
    return {
      files,
      fileAt: (path) => this.fileAt(path),
      types,
      handlersIn: (file) => handlers.handlersIn(file),
      packages: this.packages,
      options,
    };
  }

  apply(changeSets: readonly ChangeSet[]): BatchResult {
    const result = this.overlay.apply(changeSets);
    for (const file of result.changedFiles) this.#init.types.update(file, this.overlay.read(file));
    return result;
  }
}
