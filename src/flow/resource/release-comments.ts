import type * as t from '@babel/types';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';

/** Comments on the statement's own lines, and directly above it. */
export function commentsOf(file: SyntaxFile, statement: t.Statement): readonly t.Comment[] {
  const lineEnd = file.nextLineStart(statement.end ?? 0);
  const trailing = file.commentsIn(startOf(statement), lineEnd);
  const above: t.Comment[] = [];
  let line = file.lineStart(startOf(statement));
  for (const comment of [...file.comments].reverse()) {
    const isOwnLine = file.text.slice(file.lineStart(comment.start ?? 0), comment.start ?? 0).trim() === '';
    const touches = isOwnLine && file.nextLineStart(comment.end ?? 0) === line;
    if (!touches) continue;
    above.unshift(comment);
    line = file.lineStart(comment.start ?? 0);
  }
  return [...above, ...trailing];
}
