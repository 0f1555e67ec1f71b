import { ts } from 'ts-morph';
import type { BundledTypesResolver } from './bundled-types.js';
import { createProgramHost } from './program-host.js';
import type { ProjectPlan } from './project-plan.js';
import type { ProjectTexts } from './project-texts.js';
import type { SourceFileCache } from './source-file-cache.js';

/** The program of one project: built when first asked, built again, on what it was, when a file has changed. */
export class Project {
  readonly #host: ts.CompilerHost;
  #program: ts.Program | undefined;
  #isStale = true;

  constructor(
    readonly plan: ProjectPlan,
    texts: ProjectTexts,
    sourceFiles: SourceFileCache,
    bundledTypes: BundledTypesResolver,
  ) {
    this.#host = createProgramHost(plan, texts, sourceFiles, bundledTypes);
  }

  get program(): ts.Program {
    if (this.#program && !this.#isStale) return this.#program;
    this.#program = ts.createProgram({
      rootNames: this.plan.rootNames,
      options: this.plan.options,
      host: this.#host,
      ...(this.#program && { oldProgram: this.#program }),
    });
    this.#isStale = false;
    return this.#program;
  }

  get checker(): ts.TypeChecker {
    return this.program.getTypeChecker();
  }

  /** The file's tree, or nothing when the program doesn't hold it. */
  sourceFile(path: string): ts.SourceFile | undefined {
    return this.program.getSourceFile(path);
  }

  /** Tells that a file has another text now. */
  invalidate(path: string): void {
    // A program that doesn't hold the file may still look for it, so that a new file invalidates all.
    this.#isStale ||= this.#program?.getSourceFile(path) !== undefined;
  }

  /** Throws the checker away, and what it took to be true: after an overflow it can't be trusted. */
  reset(): void {
    this.#isStale = true;
  }
}
