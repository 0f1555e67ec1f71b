import { extname } from 'node:path';
import { parse as parseWithBabel, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import { leaveGuardSemicolonsOut } from './guard-semicolons.js';

/** Why a file can't be read as a program. Line and column count from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type ParseResult =
  { readonly ok: true; readonly ast: File } | { readonly ok: false; readonly problem: SyntaxProblem };

const EVERYWHERE: readonly ParserPlugin[] = ['decoratorAutoAccessors', 'explicitResourceManagement'];
const TYPESCRIPT: readonly ParserPlugin[] = ['typescript', 'decorators-legacy', ...EVERYWHERE];

/** The parser plugin sets to try, the first that succeeds wins: `<T>x` casts exclude JSX, type annotations need Flow. */
function pluginSetsFor(file: string): readonly (readonly ParserPlugin[])[] {
  switch (extname(file)) {
    case '.ts':
    case '.mts':
    case '.cts':
      return [TYPESCRIPT];
    case '.tsx':
      return [['jsx', ...TYPESCRIPT]];
    case '.jsx':
      return [['jsx', 'decorators-legacy', ...EVERYWHERE]];
    default:
      return [
        ['jsx', 'decorators-legacy', ...EVERYWHERE],
        ['jsx', 'flow', 'decorators-legacy', ...EVERYWHERE],
      ];
  }
}

type SourceType = NonNullable<ParserOptions['sourceType']>;

/**
 * The goals to try, the first that succeeds wins. Babel's `unambiguous` reads a file as a module first and, with error
 * recovery, doesn't go back when sloppy code (`010`, `var package`) is an error there.
 */
function sourceTypesFor(file: string): readonly SourceType[] {
  const extension = extname(file);
  if (extension === '.mjs' || extension === '.mts') return ['module'];
  if (extension === '.cjs') return ['script'];
  return ['unambiguous', 'script'];
}

function toProblem(error: unknown): SyntaxProblem {
  if (error instanceof RangeError) return { message: 'nested too deep to be read', line: 1, column: 1 };
  const { message, loc } = error as Error & { loc?: { line: number; column: number } };
  return {
    message: message.replace(/ \(\d+:\d+\)$/, ''),
    line: loc?.line ?? 1,
    column: (loc?.column ?? 0) + 1,
  };
}

function parseWith(text: string, sourceType: SourceType, plugins: readonly ParserPlugin[]): ParseResult {
  try {
    const ast = parseWithBabel(text, {
      sourceType,
      allowReturnOutsideFunction: true,
      allowUndeclaredExports: true,
      errorRecovery: true,
      attachComment: false,
      plugins: [...plugins],
    });
    const [firstError] = ast.errors ?? [];
    leaveGuardSemicolonsOut(text, ast);
    return firstError ? { ok: false, problem: toProblem(firstError) } : { ok: true, ast };
  } catch (error) {
    return { ok: false, problem: toProblem(error) };
  }
}

/**
 * Parses the text itself, so that offsets in the AST are offsets in the text (recast normalises line ends and tabs
 * first, which moves them).
 *
 * @returns the AST, or the first problem; a text that parses only with error recovery is a problem.
 */
export function parse(file: string, text: string): ParseResult {
  let firstFailure: ParseResult | undefined;
  for (const plugins of pluginSetsFor(file)) {
    for (const sourceType of sourceTypesFor(file)) {
      const result = parseWith(text, sourceType, plugins);
      if (result.ok) return result;
      firstFailure ??= result;
    }
  }
  return firstFailure ?? { ok: false, problem: { message: 'not a JavaScript file', line: 1, column: 1 } };
}
