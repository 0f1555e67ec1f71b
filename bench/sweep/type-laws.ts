import type { FileChange } from '../../src/report/report.js';
import { createTypeEngine } from '../../src/types/ts-engine.js';

/** The type errors of the files by content: an edit above an error moves it but doesn't make it new. */
function diagnosticsOf(
  root: string,
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
): readonly string[] {
  return createTypeEngine({ root, files: texts })
    .diagnostics(files)
    .map(({ file, code, message }) => `${file}: TS${code} ${message}`);
}

/**
 * The type errors that the rewrite adds, by asking a new engine about the old texts and another one about the new.
 *
 * @param texts every file of the run as it was read, by path.
 */
export function findNewTypeErrors(
  root: string,
  texts: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): readonly string[] {
  if (changes.length === 0) return [];
  const files = changes.map(({ file }) => file);
  const rewritten = new Map([
    ...texts,
    ...changes.map(({ file, after }) => [file, after.replace(/^\uFEFF/, '')] as const),
  ]);
  const known = new Set(diagnosticsOf(root, texts, files));
  return diagnosticsOf(root, rewritten, files).filter((diagnostic) => !known.has(diagnostic));
}
