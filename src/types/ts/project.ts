import { ts } from 'ts-morph';
import type { BundledTypesResolver } from './bundled-types.js';
import { createProgramHost } from './program-host.js';
import type { ProjectPlan } from './project-plan.js';
import type { ProjectTexts } from './project-texts.js';
import type { SourceFileCache } from './source-file-cache.js';
import type { UnusedClients } from './unused-clients.js';

export interface ProjectInit {
  readonly plan: ProjectPlan;
  readonly texts: ProjectTexts;
  readonly sourceFiles: SourceFileCache;
  readonly bundledTypes: BundledTypesResolver;
  readonly unusedClients: UnusedClients;
  /** Whether the program must start at this one of the plan's files. */
  readonly isNeeded: (root: string) => boolean;
}

/** The program of one project: built when first asked, built again, on what it was, when a file has changed. */
export class Project {
  readonly #host: ts.CompilerHost;
  readonly #modules: ts.ModuleResolutionCache;
  isGivenUp = false;
  #program: ts.Program | undefined;
  #isStale = true;

  readonly plan: ProjectPlan;
  readonly #init: ProjectInit;

  constructor(init: ProjectInit) {
    const { plan, texts, sourceFiles, bundledTypes, unusedClients } = init;
    this.plan = plan;
    this.#init = init;
    this.#modules = ts.createModuleResolutionCache(
      texts.root,
      (path) => (texts.useCaseSensitiveFileNames ? path : path.toLowerCase()),
      plan.options,
    );
    this.#host = createProgramHost(plan, texts, sourceFiles, bundledTypes, unusedClients, this.#modules);
  }

  get program(): ts.Program {
    if (this.#program && !this.#isStale) return this.#program;
    try {
      this.#program = this.#build();
    } catch (error) {
      if (!(error instanceof RangeError) || !this.#init.sourceFiles.dropDeepFiles()) throw error;
      this.#program = this.#build();
    }
    this.#isStale = false;
    return this.#program;
  }

  get checker(): ts.TypeChecker {
    return this.program.getTypeChecker();
  }

  /** The file that a module specifier in `importer` leads to. */
  resolveModule(specifier: string, importer: string): string | undefined {
    const { resolvedModule } = ts.resolveModuleName(specifier, importer, this.plan.options, this.#init.texts);
    return resolvedModule?.resolvedFileName;
  }

  /** Tells that a file has another text now. */
  invalidate(path: string): void {
    this.#isStale ||= this.#program?.getSourceFile(path) !== undefined;
  }

  /** Throws the checker away, and what it took to be true: after an overflow it can't be trusted. */
  reset(): void {
    this.#isStale = true;
  }

  /** Frees what the program takes. Nothing can be asked about the project any more. */
  giveUp(): void {
    this.#program = undefined;
    this.isGivenUp = true;
  }

  #build(): ts.Program {
    const program = ts.createProgram({
      rootNames: this.plan.rootNames.filter((root) => this.#init.isNeeded(root)),
      options: this.plan.options,
      host: this.#host,
      ...(this.#program && { oldProgram: this.#program }),
    });
    // Making the checker binds all files, which is when a deeply nested one overflows.
    program.getTypeChecker();
    return program;
  }
}
