import { relative } from 'node:path';
import { createFixture } from 'fs-fixture';
import { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Handler } from '../../src/project/handler.js';
import { createHandlerFinder, type HandlerFinderOptions } from '../../src/project/handlers/handler-finder.js';

/** What discovery says of a project of the given files. */
export interface Discovery {
  /** `get.js:handler configuration`, in the order of files and source. */
  readonly handlers: readonly string[];
  /** Names of the wrapper calls' callees, of each handler. */
  readonly wrappers: readonly (readonly string[])[];
  /** The source of each handler's function. */
  readonly functions: readonly string[];
  readonly missing: readonly string[];
  readonly problems: readonly string[];
}

function parse(path: string, text: string): SyntaxFile {
  const file = SyntaxFile.parse(path, text);
  if (file instanceof SyntaxFile) return file;
  throw new Error(`${path}: ${file.message}`);
}

/** Writes the files to a new folder, looks for handlers in those that are programs, and removes the folder. */
export async function discover(
  files: Readonly<Record<string, string>>,
  options: Partial<HandlerFinderOptions> = {},
): Promise<Discovery> {
  await using project = await createFixture({ ...files });
  const programs = Object.keys(files).filter(
    (path) => /\.[cm]?[jt]sx?$/.test(path) && !path.startsWith('serverless.'),
  );
  const finder = createHandlerFinder({
    root: project.path.replace(/\/$/, ''),
    files: programs.map((path) => project.getPath(path)),
    ...options,
  });
  const found = programs.flatMap((path) => {
    const file = parse(project.getPath(path), files[path] ?? '');
    return finder.handlersIn(file).map((handler) => ({ path, file, handler }));
  });
  const shown = ({ path, handler }: { path: string; handler: Handler }): string =>
    `${path}:${handler.exportName} ${handler.evidence}`;
  return {
    handlers: found.map(shown),
    wrappers: found.map(({ file, handler }) => handler.wrappers.map(({ callee }) => file.slice(callee))),
    functions: found.map(({ file, handler }) => file.slice(handler.fn)),
    missing: finder.missing().map(({ handler }) => handler),
    problems: finder.problems.map(({ file, message }) => `${relative(project.path, file)}: ${message}`),
  };
}
