import type { ts } from 'ts-morph';
import { BundledTypesResolver } from './bundled-types.js';
import { ImportGraph } from './import-graph.js';
import { PackageManifests } from './package-manifests.js';
import { Project } from './project.js';
import { planProjects, type ProjectPlan } from './project-plan.js';
import type { ProjectTexts } from './project-texts.js';
import { SourceFileCache } from './source-file-cache.js';
import { TsConfigReader } from './tsconfig-reader.js';
import { UnusedClients } from './unused-clients.js';

/** A file in the program that answers for it. */
export interface ProjectFile {
  readonly project: Project;
  readonly checker: ts.TypeChecker;
  readonly tree: ts.SourceFile;
}

/** The projects of a run. A program is built when the first question about one of its files is asked. */
export class Projects {
  /** What is wrong with tsconfigs; they were read with defaults in place of what could not be read. */
  readonly problems: readonly { readonly project: string; readonly reason: string }[];
  readonly manifests: PackageManifests;
  readonly imports: ImportGraph;
  readonly #planOf: ReadonlyMap<string, ProjectPlan>;
  readonly #projects = new Map<ProjectPlan, Project>();
  readonly #sourceFiles = new SourceFileCache();
  readonly #bundledTypes: BundledTypesResolver;
  readonly #unusedClients: UnusedClients;
  #withinReach: ReadonlySet<string> | undefined;

  /** @param targets The files that questions are asked about; what they can't have to do with is left unread. */
  constructor(
    readonly texts: ProjectTexts,
    private readonly targets: readonly string[] = texts.files(),
  ) {
    this.manifests = new PackageManifests(texts);
    this.imports = new ImportGraph(this);
    this.#unusedClients = new UnusedClients(texts);
    this.#bundledTypes = new BundledTypesResolver(texts, this.manifests);
    const { planOf, problems } = planProjects(texts, new TsConfigReader(texts), this.manifests);
    this.#planOf = planOf;
    this.problems = problems;
  }

  update(file: string, text: string): void {
    if (!this.texts.update(file, text)) return;
    for (const project of this.#projects.values()) project.invalidate(file);
  }

  /** Files that no question about is answered, with the project they are in. */
  unreadable(): readonly { readonly project: string; readonly reason: string }[] {
    return [...this.#sourceFiles.unreadable].map(([file, reason]) => ({
      project: this.#planOf.get(file)?.name ?? '',
      reason,
    }));
  }

  /** The project that rules a file of the run. */
  projectOf(file: string): Project | undefined {
    const plan = this.#planOf.get(file);
    if (!plan) return undefined;
    const known = this.#projects.get(plan);
    if (known) return known;
    const project = new Project({
      plan,
      texts: this.texts,
      sourceFiles: this.#sourceFiles,
      bundledTypes: this.#bundledTypes,
      unusedClients: this.#unusedClients,
      isNeeded: (root) => this.#isNeeded(root),
    });
    this.#projects.set(plan, project);
    return project;
  }

  /** Whether a program must start at this file: what declares for all files is always needed. */
  #isNeeded(root: string): boolean {
    this.#withinReach ??= this.imports.withinReachOf(this.targets);
    if (this.#withinReach.has(root) || !this.texts.isProjectFile(root)) return true;
    return root.endsWith('.d.ts') || /\bdeclare\s+(?:global|module)\b/.test(this.texts.readFile(root) ?? '');
  }

  /** A file's tree, bound, and the checker to ask about its nodes. */
  open(file: string): ProjectFile | undefined {
    const project = this.projectOf(file);
    const tree = project?.program.getSourceFile(file);
    return project && tree && { project, tree, checker: project.checker };
  }
}
