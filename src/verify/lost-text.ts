import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { endOf, startOf } from '../syntax/syntax-file.js';

/** A comment, or the content of a string or template, that a rewrite must not lose or change. */
export interface KeptText {
  readonly kind: 'comment' | 'string';
  readonly text: string;
}

/** Comments and contents of strings that the file had and has no more, as often as they are missing. */
export function findLostText(before: SyntaxFile, after: SyntaxFile): readonly KeptText[] {
  const left = new Map<string, number>();
  for (const kept of keptTextsOf(after)) left.set(keyOf(kept), (left.get(keyOf(kept)) ?? 0) + 1);
  return keptTextsOf(before).filter((kept) => {
    const count = left.get(keyOf(kept)) ?? 0;
    left.set(keyOf(kept), count - 1);
    return count <= 0;
  });
}

function keptTextsOf(file: SyntaxFile): readonly KeptText[] {
  const strings = [
    ...file
      .nodes('StringLiteral')
      .filter((literal) => !isModuleName(file, literal))
      .map(({ value }) => value),
    ...file.nodes('TemplateElement').map((node) => file.text.slice(startOf(node), endOf(node))),
    ...file.nodes('DirectiveLiteral').map(({ value }) => value),
    ...file.nodes('JSXText').map(({ value }) => value.trim()),
    ...file.nodes('RegExpLiteral').map(({ pattern }) => pattern),
  ];
  return [
    ...file.comments.map(({ value }) => ({
      kind: 'comment' as const,
      text: withoutPromises(withoutIndentation(value)),
    })),
    ...strings.filter((text) => text !== '').map((text) => ({ kind: 'string' as const, text })),
  ];
}

/** A module's name goes with an import that nothing needs any more. */
function isModuleName(file: SyntaxFile, literal: t.StringLiteral): boolean {
  const parent = file.parentOf(literal);
  if (t.isImportDeclaration(parent)) return true;
  return t.isCallExpression(parent) && t.isIdentifier(parent.callee, { name: 'require' });
}

/** A block comment that moves is indented anew, which is no loss. */
function withoutIndentation(comment: string): string {
  return comment
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n');
}

/** The type that a JSDoc comment gives for what is returned becomes a promise together with the function. */
function withoutPromises(comment: string): string {
  return comment
    .replace(/(@returns?[ \t]+\{)Promise<(.{0,500})>(?=\})/g, '$1$2')
    .replace(/(@type[ \t]+\{.{0,500}(?:=>|\)\s*:)\s*)Promise<(.{0,500})>(?=\})/g, '$1$2');
}

function keyOf({ kind, text }: KeptText): string {
  return `${kind}\0${text}`;
}
