import { ts } from 'ts-morph';
import {
  type Answer,
  type CallbackSignature,
  type Declaration,
  type Fault,
  type FunctionUsage,
  type NodeRange,
  type Thenable,
  type TypeDiagnostic,
  type TypeOracle,
  UNCHECKABLE,
} from './oracle.js';
import { askCallable } from './ts/callable.js';
import { askErrorFirstCallback } from './ts/callback-signature.js';
import { askDeclaration } from './ts/declaration.js';
import { findDiagnostics } from './ts/diagnostics.js';
import { askOwnDispose } from './ts/dispose.js';
import { findImporters } from './ts/importers.js';
import { ensureMemory, NotEnoughMemoryError } from './ts/memory-guard.js';
import { findExpression, findFunction } from './ts/node-at-range.js';
import type { Project } from './ts/project.js';
import { ProjectTexts } from './ts/project-texts.js';
import { type ProjectFile, Projects } from './ts/projects.js';
import { askThenable, isOpenType, printType } from './ts/thenable.js';
import { findThenableStatements } from './ts/thenable-statements.js';
import { askUsage } from './ts/usage.js';

export interface TypeEngineInput {
  /** Absolute path. No tsconfig or package.json above it is read. */
  readonly root: string;
  /** Absolute paths of the run's files and their texts. */
  readonly files: ReadonlyMap<string, string>;
  /** Those of the files that questions will be asked about; all when absent. */
  readonly targets?: readonly string[];
}

const unknown = { is: 'unknown' } as const;

/**
 * The engine over the TypeScript that ts-morph bundles. Programs are built when the first question about one of
 * their files is asked. It never throws for what it reads: what it can't answer is `unknown`, or a fault.
 */
export function createTypeEngine({ root, files, targets }: TypeEngineInput): TypeOracle {
  return new TsEngine(new Projects(new ProjectTexts(root, files), targets));
}

/** The compiler counts the yearly editions from ES2015, its 2. */
function editionOf(target: ts.ScriptTarget): number {
  return target === ts.ScriptTarget.ESNext ? Infinity : 2013 + target;
}

class TsEngine implements TypeOracle {
  readonly #projects: Projects;
  readonly #faults: Fault[];

  constructor(projects: Projects) {
    this.#projects = projects;
    this.#faults = projects.problems.map((problem) => ({ ...problem, isWhole: false }));
  }

  update(file: string, text: string): void {
    this.#projects.update(file, text);
  }

  thenable(expression: NodeRange): Answer<Thenable> {
    return this.#askAboutExpression(expression, ({ checker }, node) => askThenable(checker, node));
  }

  thenableStatements(files: readonly string[]): readonly (NodeRange & { readonly thenable: Thenable })[] {
    return files.flatMap((file) =>
      this.#askAboutFile(file, [], ({ checker, tree }) => findThenableStatements(checker, tree)),
    );
  }

  callable(expression: NodeRange): Answer<true> {
    return this.#askAboutExpression<true>(expression, ({ checker }, node) => askCallable(checker, node));
  }

  errorFirstCallback(call: NodeRange): Answer<CallbackSignature> {
    return this.#askAboutExpression(call, ({ checker }, node) =>
      ts.isCallExpression(node) || ts.isNewExpression(node) ? askErrorFirstCallback(checker, node) : unknown,
    );
  }

  declarationOf(expression: NodeRange): Answer<Declaration> {
    return this.#askAboutExpression(expression, ({ checker }, node) =>
      askDeclaration(checker, node, this.#projects.texts),
    );
  }

  usageOf({ file, start, end }: NodeRange): Answer<FunctionUsage> {
    return this.#askAboutFile<Answer<FunctionUsage>>(file, unknown, ({ tree }) => {
      const node = findFunction(tree, start, end);
      return node ? askUsage(this.#projects, node) : unknown;
    });
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

  languageEdition(file: string): Answer<number> {
    const plan = this.#projects.projectOf(file)?.plan;
    const target = plan?.name.startsWith('inferred') ? undefined : plan?.options.target;
    return target === undefined ? { is: 'no' } : { is: 'yes', value: editionOf(target) };
  }

  importersOf(files: readonly string[]): readonly string[] {
    return findImporters(this.#projects, files);
  }

  diagnostics(files: readonly string[]): readonly TypeDiagnostic[] {
    return files.flatMap((file) =>
      this.#askAboutFile(file, [], ({ project, tree }) => findDiagnostics(project, tree), [
        uncheckable(file),
      ]),
    );
  }

  faults(): readonly Fault[] {
    const unreadable = this.#projects.unreadable().map((problem) => ({ ...problem, isWhole: false }));
    return [...this.#faults, ...unreadable];
  }

  #askAboutExpression<T>(
    { file, start, end }: NodeRange,
    ask: (file: ProjectFile, node: ts.Expression) => Answer<T>,
  ): Answer<T> {
    return this.#askAboutFile<Answer<T>>(file, unknown, (projectFile) => {
      const node = findExpression(projectFile.tree, start, end);
      return node ? ask(projectFile, node) : unknown;
    });
  }

  /** A question whose answering overflows or throws has no answer, and the others get a checker that was not in it. */
  #askAboutFile<T>(file: string, unanswered: T, ask: (file: ProjectFile) => T, failed = unanswered): T {
    const project = this.#projects.projectOf(file);
    if (!project) return unanswered;
    if (project.isGivenUp) return failed;
    try {
      ensureMemory();
      const projectFile = this.#projects.open(file);
      return projectFile ? ask(projectFile) : unanswered;
    } catch (error) {
      this.#note(project, file, error);
      return failed;
    }
  }

  #note(project: Project, file: string, error: unknown): void {
    const isWhole = error instanceof NotEnoughMemoryError;
    const message = error instanceof Error ? error.message : String(error);
    const reason = isWhole ? message : `${file}: ${message}`;
    if (!this.#faults.some((fault) => fault.reason === reason && fault.project === project.plan.name))
      this.#faults.push({ project: project.plan.name, reason, isWhole });
    if (isWhole) project.giveUp();
    else project.reset();
  }
}

function uncheckable(file: string): TypeDiagnostic {
  return { file, start: 0, line: 1, column: 1, code: UNCHECKABLE, message: 'its types can not be checked' };
}
