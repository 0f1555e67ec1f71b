import * as t from '@babel/types';

const ENDED_BY_SEMICOLON: ReadonlySet<t.Node['type']> = new Set([
  'BreakStatement',
  'ClassPrivateProperty',
  'ClassProperty',
  'ContinueStatement',
  'DebuggerStatement',
  'DoWhileStatement',
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'ExpressionStatement',
  'ImportDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'VariableDeclaration',
]);

/** Behind the last text before this offset that is neither white space nor a comment. */
function endOfCodeBefore(text: string, offset: number, comments: readonly t.Comment[]): number {
  const end = text.slice(0, offset).trimEnd().length;
  const comment = comments.find((candidate) => candidate.end === end);
  return comment?.start == null ? end : endOfCodeBefore(text, comment.start, comments);
}

/**
 * Code without semicolons puts one in front of a line that begins with a bracket. To the grammar it ends the statement
 * before; to an edit it belongs to the line that it guards, and must stay when that statement is moved or removed.
 * Ends such statements, in place, where their own text ends.
 */
export function leaveGuardSemicolonsOut(text: string, ast: t.File): void {
  if (!/^[ \t]*;/m.test(text)) return;
  const ends = new Map<number, number>();
  t.traverseFast(ast, ({ type, end }) => {
    if (end == null || text[end - 1] !== ';' || !ENDED_BY_SEMICOLON.has(type)) return;
    const codeEnd = endOfCodeBefore(text, end - 1, ast.comments ?? []);
    if (text.slice(codeEnd, end - 1).includes('\n')) ends.set(end, codeEnd);
  });
  t.traverseFast(ast, (node) => {
    const end = node.end == null ? undefined : ends.get(node.end);
    if (end !== undefined && node.type !== 'Program' && node.type !== 'File') node.end = end;
  });
}
