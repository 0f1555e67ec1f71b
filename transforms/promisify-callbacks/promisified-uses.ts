import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { moduleMemberOf } from '../../src/flow/module-member.js';
import type { Binding } from '../../src/syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName, unwrap } from '../../src/syntax/unwrap.js';

/** A promisified function, `promisify(f)` or `promisify(a.f).bind(a)`, of which `f` itself can take the place. */
export interface PromisifiedUse {
  readonly file: SyntaxFile;
  /** The function as it is written there: `f`, `a.f`. */
  readonly original: t.Node;
  readonly whole: t.CallExpression;
  /** Where `promisify` comes from. */
  readonly promisify: Binding | undefined;
}

function isPromisify(file: SyntaxFile, callee: t.Node): boolean {
  const member = moduleMemberOf(file, callee);
  return member?.module === 'util' && member.path.join('.') === 'promisify';
}

/** @param name an identifier that stands for the function, alone or as the last name of a member expression */
export function promisifiedUseOf(file: SyntaxFile, name: t.Node): PromisifiedUse | undefined {
  const parent = file.parentOf(name);
  const original = t.isMemberExpression(parent) && parent.property === name ? parent : name;
  const call = file.parentOf(original);
  if (!t.isCallExpression(call) || call.callee === original || call.arguments.length !== 1) return undefined;
  if (!isPromisify(file, call.callee)) return undefined;
  const member = unwrap(call.callee);
  const root = t.isMemberExpression(member) ? member.object : member;
  const promisify = t.isIdentifier(root) ? file.bindingOf(root) : undefined;
  return { file, original, whole: boundCall(file, call) ?? call, promisify };
}

/** `promisify(a.f).bind(a)`: called as `a.f(…)`, the function gets the same `this`. */
function boundCall(file: SyntaxFile, call: t.CallExpression): t.CallExpression | undefined {
  const member = file.parentOf(call);
  if (!t.isMemberExpression(member) || memberName(member) !== 'bind') return undefined;
  const bound = file.parentOf(member);
  return t.isCallExpression(bound) && bound.callee === member ? bound : undefined;
}

/** The name that a promisified function is given by a declaration of its own at the file's top. */
function constantOf({ file, whole }: PromisifiedUse): Binding | undefined {
  const declarator = file.parentOf(whole);
  if (!t.isVariableDeclarator(declarator) || !t.isIdentifier(declarator.id)) return undefined;
  const declaration = file.parentOf(declarator);
  const isAlone = t.isVariableDeclaration(declaration) && declaration.declarations.length === 1;
  const binding = file.bindingOf(declarator.id);
  return isAlone && t.isProgram(file.parentOf(declaration)) && binding?.writes.length === 0
    ? binding
    : undefined;
}

function meansTheSameAt(file: SyntaxFile, original: t.Node, place: t.Node): boolean {
  const root = unwrap(t.isMemberExpression(original) ? original.object : original);
  if (!t.isIdentifier(root)) return false;
  const binding = file.bindingOf(root);
  return !file.nodes('Identifier').some((identifier) => {
    const other = identifier.name === root.name ? file.bindingOf(identifier) : undefined;
    return other && other !== binding && other.scope !== binding?.scope && file.contains(other.scope, place);
  });
}

/** Whole lines of statements, and one of the two blank lines that would be left around them. */
function lineRemoval(file: SyntaxFile, statements: readonly t.Node[]): readonly TextEdit[] {
  const lines: { start: number; end: number }[] = [];
  for (const statement of [...statements].sort((a, b) => startOf(a) - startOf(b))) {
    const start = file.lineStart(startOf(statement));
    const end = file.nextLineStart(endOf(statement));
    const last = lines.at(-1);
    if (last?.end === start) last.end = end;
    else lines.push({ start, end });
  }
  return lines.map(({ start, end }) => {
    const isBlankBefore = start === 0 || /\n[ \t]*\r?\n$/.test(file.text.slice(0, start));
    const blankBehind = /^[ \t]*\r?\n/.exec(file.text.slice(end))?.[0] ?? '';
    return { start, end: isBlankBefore ? end + blankBehind.length : end, text: '' };
  });
}

function statementOf(file: SyntaxFile, binding: Binding): t.Statement | undefined {
  const statement = file.enclosingStatement(binding.identifier);
  return statement && t.isProgram(file.parentOf(statement)) ? statement : undefined;
}

/** Is this all that the statement binds? */
function isOnlyName(statement: t.Statement, binding: Binding): boolean {
  const names = Object.values(t.getBindingIdentifiers(statement));
  return names.length === 1 && names[0] === binding.identifier;
}

/**
 * Puts the functions themselves where their promisified forms are used, and takes constants and imports away that
 * nothing needs any more.
 *
 * @param uses of one file
 * @returns undefined when some use can't be written so
 */
export function unpromisify(
  file: SyntaxFile,
  uses: readonly PromisifiedUse[],
  { keepImport }: { readonly keepImport: boolean },
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const removed: t.Statement[] = [];
  for (const use of uses) {
    const text = file.slice(use.original);
    const constant = constantOf(use);
    if (!constant) {
      edits.push({ start: startOf(use.whole), end: endOf(use.whole), text });
      continue;
    }
    const statement = statementOf(file, constant);
    if (!statement) return undefined;
    removed.push(statement);
    for (const reference of constant.references) {
      const parent = file.parentOf(reference);
      const isPlain = t.isCallExpression(parent) && parent.callee === reference;
      if (!isPlain || !meansTheSameAt(file, use.original, reference)) return undefined;
      edits.push({ start: startOf(reference), end: endOf(reference), text });
    }
  }
  if (!keepImport) removed.push(...unneededImports(file, uses));
  return [...edits, ...lineRemoval(file, removed)];
}

/** The statement that binds `promisify`, when these uses were all there was. */
function unneededImports(file: SyntaxFile, uses: readonly PromisifiedUse[]): readonly t.Statement[] {
  const bindings = new Set(uses.flatMap(({ promisify }) => promisify ?? []));
  return [...bindings].flatMap((binding) => {
    const isUnneeded = binding.references.every((reference) =>
      uses.some(({ whole }) => file.contains(whole, reference)),
    );
    const statement =
      isUnneeded && binding.name.startsWith('promisify') ? statementOf(file, binding) : undefined;
    return statement && isOnlyName(statement, binding) ? [statement] : [];
  });
}
