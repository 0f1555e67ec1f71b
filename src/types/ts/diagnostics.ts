import { ts } from 'ts-morph';
import type { TypeDiagnostic } from '../oracle.js';
import type { Project } from './project.js';

/**
 * Type errors that show when plain JavaScript runs: names that nobody declares (2304, 2552, 18004), or that are
 * declared twice (2300, 2451) or used before (2448, 2449), assignments to constants (2588), modules and exports that
 * are not there (2305, 2307). Whether its types fit is a question that its authors didn't ask.
 */
const runtimeErrors: ReadonlySet<number> = new Set([
  2300, 2304, 2305, 2307, 2448, 2449, 2451, 2552, 2588, 18004,
]);

/** Errors below this are the parser's, or like `await` outside an async function, the grammar's. */
const firstTypeError = 2000;

/** Syntactic and semantic errors of one file. */
export function findDiagnostics({ program, plan }: Project, file: ts.SourceFile): TypeDiagnostic[] {
  const isPlain =
    isJavaScript(file) && !plan.checksJavaScript && !/^[ \t]*\/\/[ \t]*@ts-check/m.test(file.text);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .filter(({ code }) => !isPlain || code < firstTypeError || runtimeErrors.has(code))
    .map(({ start = 0, code, messageText }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      return {
        file: file.fileName,
        start,
        line: line + 1,
        column: character + 1,
        code,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      };
    });
}

function isJavaScript(file: ts.SourceFile): boolean {
  return /\.[cm]?jsx?$/.test(file.fileName);
}
