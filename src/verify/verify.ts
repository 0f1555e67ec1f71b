import type { TypeDiagnostic, TypeOracle } from '../types/oracle.js';
import { findNewDiagnostics } from './new-diagnostics.js';

export interface VerifyInput {
  /** Absolute path → text, of all files of the run. */
  readonly before: ReadonlyMap<string, string>;
  /** Texts of the files that were rewritten; the others are as before. */
  readonly after: ReadonlyMap<string, string>;
  /** Holds the texts after the rewrite when it is handed in, and when it is handed back. */
  readonly oracle: TypeOracle;
}

/**
 * Type errors that the rewritten files, and the files that import them, have and did not have before.
 *
 * The texts before are asked about only where there are errors after, so that a rewrite without any costs one check.
 */
export function findNewTypeErrors({ before, after, oracle }: VerifyInput): readonly TypeDiagnostic[] {
  const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
  const found = oracle.diagnostics([...changed, ...oracle.importersOf(changed)]);
  if (found.length === 0) return [];
  const files = [...new Set(found.map(({ file }) => file))];
  const known = withTexts(oracle, changed, before, after, () => oracle.diagnostics(files));
  const textIn = (texts: ReadonlyMap<string, string>, file: string): string =>
    texts.get(file) ?? before.get(file) ?? '';
  return files.flatMap((file) =>
    findNewDiagnostics(
      { text: textIn(before, file), diagnostics: known.filter((diagnostic) => diagnostic.file === file) },
      { text: textIn(after, file), diagnostics: found.filter((diagnostic) => diagnostic.file === file) },
    ),
  );
}

/** Asks about the texts before, and puts those after back. */
function withTexts<T>(
  oracle: TypeOracle,
  files: readonly string[],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  ask: () => T,
): T {
  const putInPlace = (texts: ReadonlyMap<string, string>): void => {
    for (const file of files) {
      const text = texts.get(file);
      if (text !== undefined) oracle.update(file, text);
    }
  };
  putInPlace(before);
  try {
    return ask();
  } finally {
    putInPlace(after);
  }
}
