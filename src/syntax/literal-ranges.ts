import type { SyntaxFile } from './syntax-file.js';
import { endOf, startOf } from './syntax-file.js';

/** Ranges whose line breaks and white space are content: they stay when the code around them is re-indented. */
export function findLiteralRanges(
  file: SyntaxFile,
): readonly { readonly start: number; readonly end: number }[] {
  const literals = [
    ...file.nodes('TemplateElement'),
    ...file.nodes('StringLiteral'),
    ...file.nodes('DirectiveLiteral'),
    ...file.nodes('JSXText'),
    ...file.nodes('RegExpLiteral'),
  ];
  return literals
    .map((node) => ({ start: startOf(node), end: endOf(node) }))
    .filter(({ start, end }) => file.text.slice(start, end).includes('\n'))
    .sort((a, b) => a.start - b.start);
}
