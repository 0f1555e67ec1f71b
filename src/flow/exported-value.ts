import { dirname, join } from 'node:path';
import * as t from '@babel/types';
import { findExport, findExports } from '../project/handlers/module-exports.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName } from '../syntax/unwrap.js';
import type { ModuleMember } from './module-member.js';

/** Looks up a file of the run by its absolute path. */
export type FileAt = (path: string) => SyntaxFile | undefined;

const ENDINGS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.jsx', '.tsx', '/index.js', '/index.ts'];

function findModule(fileAt: FileAt, importer: SyntaxFile, source: string): SyntaxFile | undefined {
  const path = join(dirname(importer.path), source);
  for (const ending of ENDINGS) {
    const found = fileAt(path + ending) ?? fileAt(path.replace(/\.js$/, '.ts') + ending);
    if (found) return found;
  }
  return undefined;
}

/** What `module.exports = …` gives to the whole module; undefined when there are several, or one inside a function. */
function findWholeExport(file: SyntaxFile): t.Expression | undefined {
  const assignments = file
    .nodes('AssignmentExpression')
    .filter(
      ({ left }) =>
        t.isMemberExpression(left) && file.isGlobal(left.object, 'module') && memberName(left) === 'exports',
    );
  const [only] = assignments;
  return assignments.length === 1 && only && !file.enclosingFunction(only) ? only.right : undefined;
}

/**
 * The expression behind something that a file takes from another file of the run.
 *
 * @returns undefined for packages, files outside the run, re-exports, and what is exported in no plain way.
 */
export function exportedValueOf(
  fileAt: FileAt,
  importer: SyntaxFile,
  { module, path }: ModuleMember,
): { readonly file: SyntaxFile; readonly value: t.Node } | undefined {
  if (!module.startsWith('.') || path.length > 1) return undefined;
  const file = findModule(fileAt, importer, module);
  if (!file) return undefined;
  const [name] = path;
  const value =
    name === undefined
      ? (findWholeExport(file) ?? findExport(file, findExports(file), 'default')?.value)
      : findExport(file, findExports(file), name)?.value;
  return value && { file, value };
}
