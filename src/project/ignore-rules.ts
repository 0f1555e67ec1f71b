import { compilePathPattern, PatternError, type PathMatcher } from './glob-pattern.js';

interface IgnoreRule {
  readonly matches: PathMatcher;
  /** Without a slash a pattern is compared with the last name only, at any depth. */
  readonly isNameOnly: boolean;
  readonly isFolderOnly: boolean;
  readonly isNegated: boolean;
}

/** The rules of one ignore file, which speak about paths below the folder it lies in. */
export interface IgnoreFile {
  /** Path of that folder from the root with `/`, `''` for the root itself. */
  readonly folder: string;
  readonly rules: readonly IgnoreRule[];
}

/**
 * Parses the syntax of `.gitignore`. A line that is no valid pattern matches nothing, as in git.
 *
 * @param folder the folder the rules are relative to, from the root with `/`.
 */
export function parseIgnoreFile(folder: string, text: string): IgnoreFile {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return { folder, rules: lines.map(parseRule).filter((rule) => rule !== undefined) };
}

/**
 * Whether a path is ignored by these files, the outermost first: the last rule that matches decides. The folders above
 * the path must have been asked before, since what lies in an ignored folder can't be taken back by a rule.
 */
export function isIgnored(files: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const { folder, rules } of files.toReversed()) {
    const relative = folder === '' ? path : path.slice(folder.length + 1);
    const rule = rules.findLast(
      ({ matches, isNameOnly, isFolderOnly }) =>
        (isFolder || !isFolderOnly) && matches(isNameOnly ? name : relative),
    );
    if (rule) return !rule.isNegated;
  }
  return false;
}

function parseRule(line: string): IgnoreRule | undefined {
  const trimmed = trimTrailingSpaces(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  const isNegated = trimmed.startsWith('!');
  const body = isNegated ? trimmed.slice(1) : trimmed;
  const isFolderOnly = body.endsWith('/');
  const pattern = isFolderOnly ? body.slice(0, -1) : body;
  const isNameOnly = !pattern.includes('/');
  if (pattern === '') return undefined;
  try {
    const matches = compilePathPattern(pattern.startsWith('/') ? pattern.slice(1) : pattern);
    return { matches, isNameOnly, isFolderOnly, isNegated };
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** Spaces at the end don't count unless a backslash stands before them. */
function trimTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end -= 1;
  if (end === line.length) return line;
  let backslashes = 0;
  while (line[end - 1 - backslashes] === '\\') backslashes += 1;
  return line.slice(0, backslashes % 2 === 1 ? end + 1 : end);
}
