import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { DEFAULT_TRANSFORM_OPTIONS, type TransformOptions } from '../../src/options.js';
import { type LocatedFinding, runPipeline } from '../../src/pipeline.js';
import type { Handler, HandlerFinder } from '../../src/project/handler.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { createTypeEngine } from '../../src/types/ts-engine.js';
import { Workspace } from '../../src/workspace.js';
import transform from '../../transforms/await-floating-promises/index.js';

/** A folder that has no tsconfig.json and no package.json of its own. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), 'no-such-project');

export interface RewriteResult {
  readonly texts: Readonly<Record<string, string>>;
  readonly findings: readonly LocatedFinding[];
}

interface RewriteOptions extends Partial<TransformOptions> {
  readonly unsafe?: boolean;
  /** Names of exported functions that Lambda calls. */
  readonly handlers?: readonly string[];
}

function handlersNamed(names: readonly string[]): HandlerFinder {
  return {
    missing: () => [],
    handlersIn: (file: SyntaxFile): readonly Handler[] =>
      file.functions().flatMap((fn): Handler[] => {
        const name = names.find((candidate) => isExportedAs(file, fn, candidate));
        return name ? [{ file: file.path, exportName: name, fn, evidence: 'option', wrappers: [] }] : [];
      }),
  };
}

function isExportedAs(file: SyntaxFile, fn: ReturnType<SyntaxFile['functions']>[number], name: string): boolean {
  const before = file.text.slice(Math.max(0, (fn.start ?? 0) - name.length - 30), fn.start ?? 0);
  return before.includes(`${name} =`) || (fn.type === 'FunctionDeclaration' && fn.id?.name === name);
}

/** Runs the transform over a project in memory. */
export function rewriteProject(files: Readonly<Record<string, string>>, options: RewriteOptions = {}): RewriteResult {
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(ROOT, name), text]));
  const { unsafe = false, handlers = [], ...transformOptions } = options;
  const workspace = new Workspace({
    texts,
    types: createTypeEngine({ root: ROOT, files: texts }),
    handlers: handlersNamed(handlers),
    options: { ...DEFAULT_TRANSFORM_OPTIONS, ...transformOptions },
  });
  const findings = runPipeline([transform], workspace, { unsafe, banned: new Map() });
  return {
    texts: Object.fromEntries(Object.keys(files).map((name) => [name, workspace.overlay.read(join(ROOT, name))])),
    findings,
  };
}
