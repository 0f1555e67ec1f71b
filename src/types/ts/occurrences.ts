import { ts } from 'ts-morph';
import type { ProjectFile } from './projects.js';

/** The identifiers and string literals of a file that are this name, in order. Comments don't count. */
export function findOccurrences({ tree }: ProjectFile, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  const { text } = tree;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (isInsideWord(text, at, at + name.length)) continue;
    const node = innermostNodeAt(tree, at);
    if (isName(node) && node.text === name) found.push(node);
  }
  return found;
}

function isInsideWord(text: string, start: number, end: number): boolean {
  return /[\w$]/.test(text.charAt(start - 1)) || /[\w$]/.test(text.charAt(end));
}

function isName(node: ts.Node): node is ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike {
  return ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node);
}

function innermostNodeAt(tree: ts.SourceFile, position: number): ts.Node {
  let innermost: ts.Node = tree;
  for (let node: ts.Node | undefined = tree; node;) {
    innermost = node;
    node = ts.forEachChild<ts.Node>(node, (child) =>
      child.getStart(tree) <= position && position < child.end ? child : undefined,
    );
  }
  return innermost;
}
