import * as t from '@babel/types';
import { NODE_CALLBACKS } from '../knowledge/node-callbacks.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { endOf, startOf } from '../syntax/syntax-file.js';
import { type ModuleMember, moduleMemberOf, requiredModule } from './module-member.js';

/** What `promisify(…)` or `util.promisify(…)` is given, when that is a member of a module. */
export function promisifiedMember(file: SyntaxFile, node: t.Node): ModuleMember | undefined {
  if (!t.isCallExpression(node)) return undefined;
  const callee = moduleMemberOf(file, node.callee);
  const isPromisify = callee?.module === 'util' && callee.path.join('.') === 'promisify';
  const [original] = node.arguments;
  return isPromisify && original && node.arguments.length === 1 ? moduleMemberOf(file, original) : undefined;
}

function belongsToHead(file: SyntaxFile, { init }: t.VariableDeclarator): boolean {
  if (!init) return false;
  if (moduleMemberOf(file, init) ?? promisifiedMember(file, init)) return true;
  return file
    .nodes('CallExpression')
    .some((call) => file.contains(init, call) && requiredModule(file, call) !== undefined);
}

/** Runs a function of this file, which may need constants that stand further down. */
function callsOwnFunction(file: SyntaxFile, statement: t.Statement): boolean {
  const calls = [...file.nodes('CallExpression'), ...file.nodes('NewExpression')];
  return calls.some(
    ({ callee, start }) =>
      t.isIdentifier(callee) &&
      typeof start === 'number' &&
      startOf(statement) <= start &&
      start < endOf(statement) &&
      file.bindingOf(callee)?.kind === 'function',
  );
}

/** `require('./setup');`, `require('dotenv').config();` */
function isBareRequire(file: SyntaxFile, statement: t.Statement): boolean {
  let node: t.Node = t.isExpressionStatement(statement) ? statement.expression : statement;
  while (t.isMemberExpression(node) || (t.isCallExpression(node) && t.isMemberExpression(node.callee)))
    node = t.isMemberExpression(node) ? node.object : node.callee;
  return requiredModule(file, node) !== undefined;
}

/** `console.log('Loading function');`, the first line of many handlers. */
function isConsoleCall(file: SyntaxFile, statement: t.Statement): boolean {
  if (!t.isExpressionStatement(statement) || !t.isCallExpression(statement.expression)) return false;
  const { callee } = statement.expression;
  return t.isMemberExpression(callee) && file.isGlobal(callee.object, 'console');
}

/**
 * The last import, `require` or promisified constant of the file's head, which ends before the first statement that
 * could run code of the file itself.
 */
export function headEnd(file: SyntaxFile): t.Statement | undefined {
  let last: t.Statement | undefined;
  for (const statement of file.program.body) {
    if (t.isImportDeclaration(statement)) last = statement;
    else if (isConsoleCall(file, statement)) continue;
    else if (callsOwnFunction(file, statement)) break;
    else if (isBareRequire(file, statement)) last = statement;
    else if (!t.isVariableDeclaration(statement)) break;
    else if (statement.declarations.some((declarator) => belongsToHead(file, declarator))) last = statement;
  }
  return last;
}

/** Start of the line behind the statement, and behind a comment that begins on the statement's line. */
export function lineBehind(file: SyntaxFile, statement: t.Node): number {
  const end = endOf(statement);
  const line = file.nextLineStart(end);
  const around = file.comments.find(
    (comment) => startOf(comment) >= end && startOf(comment) < line && endOf(comment) > line,
  );
  return around ? file.nextLineStart(endOf(around)) : line;
}

/** `/* eslint-env node *\/`, `// @ts-check`: comments for tools, at the top of a file. */
const FOR_TOOLS = /^\s*(?:eslint|jshint|jslint|globals?\b|istanbul|prettier|@ts-|@flow)/;

/** In front of the first statement and the comments that touch it, but behind directives and comments for tools. */
function bodyStart(file: SyntaxFile): number {
  const [first] = file.program.body;
  const lastDirective = file.program.directives.at(-1);
  if (lastDirective) return lineBehind(file, lastDirective);
  if (!first) return file.text.length;
  let at = file.lineStart(startOf(first));
  for (const comment of [...file.comments].reverse()) {
    const touches = endOf(comment) <= at && file.text.slice(endOf(comment), at).split('\n').length <= 2;
    if (touches && !FOR_TOOLS.test(comment.value)) at = file.lineStart(startOf(comment));
  }
  return at;
}

/** Where new constants go: behind the imports and `require` declarations that the file begins with. */
export function headOffset(file: SyntaxFile): number {
  const last = headEnd(file);
  return last ? lineBehind(file, last) : bodyStart(file);
}

/** `import …`, or a `const` of nothing but `require` calls. */
export function isImport(file: SyntaxFile, statement: t.Statement): boolean {
  if (t.isImportDeclaration(statement) || isBareRequire(file, statement)) return true;
  return (
    t.isVariableDeclaration(statement) &&
    statement.declarations.every(({ init }) => init && requiredModule(file, init) !== undefined)
  );
}

/** Whether the file writes core modules as `node:fs`; so do ES modules that import none. */
export function usesNodePrefix(file: SyntaxFile): boolean {
  if (/['"]node:/.test(file.text)) return true;
  const importsCoreModule = file
    .nodes('ImportDeclaration')
    .some(
      ({ source }) =>
        NODE_CALLBACKS[source.value] !== undefined ||
        /^(?:path|util|os|url|http|https|events|stream)$/.test(source.value),
    );
  return file.moduleSystem === 'esm' && !importsCoreModule;
}

/** Whole lines; a text without a final line end gets one in front. */
export function toLines(file: SyntaxFile, at: number, line: string): string {
  const { lineEnd } = file.style;
  const isBehindLastLine = at === file.text.length && at > 0 && !file.text.endsWith('\n');
  return isBehindLastLine ? `${lineEnd}${line}` : `${line}${lineEnd}`;
}
