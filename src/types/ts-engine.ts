import { ts } from 'ts-morph';
import type {
  Answer,
  CallbackSignature,
  Declaration,
  FunctionUsage,
  NodeRange,
  Thenable,
  TypeDiagnostic,
  TypeOracle,
} from './oracle.js';
import { BundledTypesResolver } from './ts/bundled-types.js';
import { askErrorFirstCallback } from './ts/callback-signature.js';
import { askDeclaration } from './ts/declaration.js';
import { findDiagnostics } from './ts/diagnostics.js';
import { askOwnDispose } from './ts/dispose.js';
import { findExpression } from './ts/node-at-range.js';
import { PackageManifests } from './ts/package-manifests.js';
import { Project } from './ts/project.js';
import { planProjects, type ProjectPlan } from './ts/project-plan.js';
import { ProjectTexts } from './ts/project-texts.js';
import { SourceFileCache } from './ts/source-file-cache.js';
import { askThenable, isOpenType, printType } from './ts/thenable.js';
import { findThenableStatements } from './ts/thenable-statements.js';
import { TsConfigReader } from './ts/tsconfig-reader.js';

export interface TypeEngineInput {
  /** Absolute path. No tsconfig or package.json above it is read. */
  readonly root: string;
  /** Absolute paths of the run's files and their texts. */
  readonly files: ReadonlyMap<string, string>;
}

interface Fault {
  readonly project: string;
  readonly reason: string;
}

const unknown = { is: 'unknown' } as const;

/**
 * The engine over the TypeScript that ts-morph bundles. Programs are built when the first question about one of
 * their files is asked. It never throws for what it reads: what it can't answer is `unknown`, or a fault.
 */
export function createTypeEngine(input: TypeEngineInput): TypeOracle {
  return new TsEngine(input);
}

class TsEngine implements TypeOracle {
  readonly #texts: ProjectTexts;
  readonly #projects = new Map<ProjectPlan, Project>();
  readonly #planOf: ReadonlyMap<string, ProjectPlan>;
  readonly #sourceFiles = new SourceFileCache();
  readonly #bundledTypes: BundledTypesResolver;
  readonly #faults: Fault[];

  constructor({ root, files }: TypeEngineInput) {
    this.#texts = new ProjectTexts(root, files);
    const manifests = new PackageManifests(this.#texts);
    this.#bundledTypes = new BundledTypesResolver(this.#texts, manifests);
    const { planOf, problems } = planProjects(this.#texts, new TsConfigReader(this.#texts), manifests);
    this.#planOf = planOf;
    this.#faults = [...problems];
  }

  update(file: string, text: string): void {
    if (!this.#texts.update(file, text)) return;
    for (const project of this.#projects.values()) project.invalidate(file);
  }

  thenable(expression: NodeRange): Answer<Thenable> {
    return this.#askAboutExpression(expression, ({ checker }, node) => askThenable(checker, node));
  }

  thenableStatements(files: readonly string[]): readonly (NodeRange & { readonly thenable: Thenable })[] {
    return files.flatMap((file) =>
      this.#askAboutFile(file, [], ({ checker }, sourceFile) => findThenableStatements(checker, sourceFile)),
    );
  }

  errorFirstCallback(call: NodeRange): Answer<CallbackSignature> {
    return this.#askAboutExpression(call, ({ checker }, node) =>
      ts.isCallExpression(node) || ts.isNewExpression(node) ? askErrorFirstCallback(checker, node) : unknown,
    );
  }

  declarationOf(expression: NodeRange): Answer<Declaration> {
    return this.#askAboutExpression(expression, ({ checker }, node) =>
      askDeclaration(checker, node, this.#texts),
    );
  }

  usageOf(_functionNode: NodeRange): Answer<FunctionUsage> {
    return unknown;
  }

  typeOf(expression: NodeRange): Answer<string> {
    return this.#askAboutExpression(expression, ({ checker }, node) => {
      const type = checker.getTypeAtLocation(node);
      return isOpenType(type) ? unknown : { is: 'yes', value: printType(checker, type, node) };
    });
  }

  ownDispose(expression: NodeRange): Answer<'dispose' | 'asyncDispose'> {
    return this.#askAboutExpression(expression, ({ checker }, node) => askOwnDispose(checker, node));
  }

  diagnostics(files: readonly string[]): readonly TypeDiagnostic[] {
    return files.flatMap((file) =>
      this.#askAboutFile(file, [], ({ program }, sourceFile) => findDiagnostics(program, sourceFile)),
    );
  }

  faults(): readonly Fault[] {
    return this.#faults;
  }

  #askAboutExpression<T>(
    { file, start, end }: NodeRange,
    ask: (project: Project, node: ts.Expression) => Answer<T>,
  ): Answer<T> {
    return this.#askAboutFile<Answer<T>>(file, unknown, (project, sourceFile) => {
      // The checker binds the tree: without it, nodes don't know their parents.
      void project.checker;
      const node = findExpression(sourceFile, start, end);
      return node ? ask(project, node) : unknown;
    });
  }

  /** A question whose answering overflows or throws has no answer, and the others get a checker that was not in it. */
  #askAboutFile<T>(file: string, unanswered: T, ask: (project: Project, sourceFile: ts.SourceFile) => T): T {
    const plan = this.#planOf.get(file);
    if (!plan) return unanswered;
    const project = this.#projectOf(plan);
    try {
      const sourceFile = project.sourceFile(file);
      return sourceFile ? ask(project, sourceFile) : unanswered;
    } catch (error) {
      const reason = `${file}: ${error instanceof Error ? error.message : String(error)}`;
      if (!this.#faults.some((fault) => fault.reason === reason)) {
        this.#faults.push({ project: plan.name, reason });
      }
      project.reset();
      return unanswered;
    }
  }

  #projectOf(plan: ProjectPlan): Project {
    const project =
      this.#projects.get(plan) ?? new Project(plan, this.#texts, this.#sourceFiles, this.#bundledTypes);
    this.#projects.set(plan, project);
    return project;
  }
}
