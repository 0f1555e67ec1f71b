import { ts } from 'ts-morph';
import type { TypeDiagnostic } from '../oracle.js';

/** Syntactic and semantic errors of one file. */
export function findDiagnostics(program: ts.Program, file: ts.SourceFile): TypeDiagnostic[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
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
