import type { FileChange } from '../../src/report/report.js';
import type { TypeDiagnostic } from '../../src/types/oracle.js';
import { createTypeEngine } from '../../src/types/ts-engine.js';
import { findNewDiagnostics } from '../../src/verify/new-diagnostics.js';

/** @param texts every file of the run, by path */
function diagnosticsByFile(
  root: string,
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
): (file: string) => readonly TypeDiagnostic[] {
  const all = createTypeEngine({ root, files: texts }).diagnostics(files);
  return (name) => all.filter(({ file }) => file === name);
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
  const before = diagnosticsByFile(root, texts, files);
  const after = diagnosticsByFile(root, rewritten, files);
  return files
    .flatMap((file) =>
      findNewDiagnostics(
        { text: texts.get(file) ?? '', diagnostics: before(file) },
        { text: rewritten.get(file) ?? '', diagnostics: after(file) },
      ),
    )
    .map(({ file, code, message }) => `${file}: TS${code} ${message}`);
}
