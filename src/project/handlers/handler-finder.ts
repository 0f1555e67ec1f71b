import { relative, sep } from 'node:path';
import { SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformOptions } from '../../options.js';
import type {
  ConfigurationProblem,
  Handler,
  HandlerEvidence,
  HandlerFinder,
  MissingHandler,
} from '../handler.js';
import { readFunctionConfigurations } from './configuration-files.js';
import { type Expectation, ExpectedHandlers } from './expected-handlers.js';
import { findHandlerFunction, type HandlerFunction } from './handler-function.js';
import { findMembers } from './members.js';
import { findExport, findExports, type ModuleExport } from './module-exports.js';
import { hasHandlerShape } from './shape-evidence.js';
import { hasHandlerType } from './type-evidence.js';

export interface HandlerFinderOptions {
  /** Absolute path of the folder whose configuration files say which functions Lambda calls. */
  readonly root: string;
  /** Absolute paths of the run's files. */
  readonly files: readonly string[];
  /** Handlers that the user names: `src/get.js:handler`, relative to the root. */
  readonly extra?: readonly string[];
  /** `node`: nothing is a handler. */
  readonly platform?: TransformOptions['platform'];
}

const NO_HANDLERS: HandlerFinder = { handlersIn: () => [], missing: () => [], problems: [] };

/** Tests export functions to a runner, and call handlers; they are none. */
function isTestFile(root: string, path: string): boolean {
  const shown = relative(root, path).split(sep).join('/');
  return (
    /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(shown) || /(?:^|\/)(?:__tests__|tests?|spec|e2e)\//.test(shown)
  );
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

class Finder implements HandlerFinder {
  readonly problems: readonly ConfigurationProblem[];
  readonly #root: string;
  readonly #expected: ExpectedHandlers;
  readonly #foreignFolders: readonly string[];
  readonly #found = new WeakMap<SyntaxFile, readonly Handler[]>();

  constructor({ root, files, extra = [] }: HandlerFinderOptions) {
    const configurations = readFunctionConfigurations(root);
    this.#root = root;
    this.problems = configurations.flatMap(({ problems }) => problems);
    this.#foreignFolders = configurations.flatMap(({ foreignFolder }) => foreignFolder ?? []);
    this.#expected = new ExpectedHandlers(
      root,
      files,
      configurations.flatMap(({ handlers }) => handlers),
      extra,
    );
  }

  handlersIn(file: SyntaxFile): readonly Handler[] {
    const known = this.#found.get(file);
    if (known) return known;
    const handlers = this.#find(file);
    this.#found.set(file, handlers);
    return handlers;
  }

  missing(): readonly MissingHandler[] {
    return this.#expected.missing();
  }

  #find(file: SyntaxFile): readonly Handler[] {
    const exports = findExportsAndMembers(file);
    const expected = this.#expected.namesIn(file.path);
    const candidates = new Map(exports.map((candidate) => [candidate.name, candidate]));
    for (const name of expected.keys()) {
      const found = findExport(file, exports, name);
      if (found) candidates.set(name, found);
    }
    const handlers = [...candidates.values()].flatMap((candidate) => {
      const handler = this.#toHandler(file, candidate, expected.get(candidate.name));
      return handler ? [handler] : [];
    });
    this.#expected.seen(file.path, new Set(candidates.keys()));
    return withoutRepetition(handlers);
  }

  #toHandler(
    file: SyntaxFile,
    candidate: ModuleExport,
    expected: Expectation | undefined,
  ): Handler | undefined {
    const found = findHandlerFunction(file, candidate);
    const evidence = found && (expected?.evidence ?? this.#findEvidence(file, found, candidate.name));
    if (!evidence) return undefined;
    const { fn, wrappers } = found;
    const { triggers, runtimes } = expected ?? { triggers: [], runtimes: [] };
    return { file: file.path, exportName: candidate.name, fn, evidence, triggers, runtimes, wrappers };
  }

  #findEvidence(file: SyntaxFile, found: HandlerFunction, exportName: string): HandlerEvidence | undefined {
    if (isTestFile(this.#root, file.path)) return undefined;
    if (hasHandlerType(file, found)) return 'type';
    if (this.#foreignFolders.some((folder) => isInside(folder, file.path))) return undefined;
    return hasHandlerShape(file, found, exportName) ? 'shape' : undefined;
  }
}

/** The exports, and those of an exported object, instance or class: `controller.get`. */
function findExportsAndMembers(file: SyntaxFile): readonly ModuleExport[] {
  return findExports(file).flatMap((owner) => [
    owner,
    ...findMembers(file, owner.value).map((member) => ({ ...member, name: `${owner.name}.${member.name}` })),
  ]);
}

/** One function may be exported under several names: the name with the best evidence counts. */
function withoutRepetition(handlers: readonly Handler[]): readonly Handler[] {
  const strength: readonly HandlerEvidence[] = ['shape', 'type', 'configuration', 'option'];
  const best = new Map<Handler['fn'], Handler>();
  for (const handler of handlers) {
    const other = best.get(handler.fn);
    if (!other || strength.indexOf(handler.evidence) > strength.indexOf(other.evidence))
      best.set(handler.fn, handler);
  }
  return [...best.values()].sort((a, b) => (a.fn.start ?? 0) - (b.fn.start ?? 0));
}

/**
 * Finds the functions that Lambda calls: those that the user names, those that a `serverless.yml`, SAM or
 * CloudFormation file under the root names, those that the types of `aws-lambda` name, and those that look like one.
 * Reads the configuration once, here. What is wrong with a configuration file is in `problems`; nothing is thrown.
 */
export function createHandlerFinder(options: HandlerFinderOptions): HandlerFinder {
  return options.platform === 'node' ? NO_HANDLERS : new Finder(options);
}
