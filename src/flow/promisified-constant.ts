import * as t from '@babel/types';
import type { TopLevelRequest } from '../edit/change-set.js';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { startOf } from '../syntax/syntax-file.js';
import {
  headEnd,
  headOffset,
  isImport,
  lineBehind,
  promisifiedMember,
  toLines,
  usesNodePrefix,
} from './file-head.js';
import { initialValueOf, type ModuleMember, moduleMemberOf } from './module-member.js';
import { memberName, unwrap } from '../syntax/unwrap.js';

/** How to call the promise form of a function, and what the top of the file needs for it. */
export interface PromisifiedCallee {
  readonly callee: string;
  readonly topLevel: readonly TopLevelRequest[];
}

/** The names that a version of a file already gave to new constants, by key: first come, first served. */
const namesByFile = new WeakMap<SyntaxFile, Map<string, string>>();

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function moduleNameAsPrefix(module: string): string {
  const words = module.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word, index) => (index === 0 ? word : capitalised(word))).join('');
}

function isFree(file: SyntaxFile, taken: ReadonlyMap<string, string>, name: string): boolean {
  return !file.hasName(name) && ![...taken.values()].includes(name);
}

/** A name that neither the file nor another new constant has: the first wish that is free, or the first with a number. */
export function constantName(file: SyntaxFile, key: string, wishes: readonly string[]): string {
  const taken = namesByFile.get(file) ?? new Map<string, string>();
  namesByFile.set(file, taken);
  const known = taken.get(key);
  if (known !== undefined) return known;
  let name = wishes.find((wish) => isFree(file, taken, wish));
  for (let suffix = 2; name === undefined; suffix += 1) {
    const numbered = `${wishes[0] ?? 'promisified'}${String(suffix)}`;
    if (isFree(file, taken, numbered)) name = numbered;
  }
  taken.set(key, name);
  return name;
}

/** The statement of the program that declares the name, when it always runs. */
function topLevelDeclaration(file: SyntaxFile, binding: Binding): t.Statement | undefined {
  if (binding.scope !== file.program) return undefined;
  return file.program.body.find(
    (statement) =>
      (t.isVariableDeclaration(statement) || t.isImportDeclaration(statement)) &&
      file.contains(statement, binding.identifier),
  );
}

/** Would this name, written at this node, mean something else than the binding? */
function isShadowedAt(file: SyntaxFile, binding: Binding, node: t.Node): boolean {
  return file.nodes('Identifier').some((identifier) => {
    if (identifier.name !== binding.name) return false;
    const other = file.bindingOf(identifier);
    return (
      other !== undefined &&
      other !== binding &&
      other.scope !== binding.scope &&
      file.contains(other.scope, node)
    );
  });
}

/** Names declared by statements of the program that always run. */
function topLevelNames(file: SyntaxFile): readonly Binding[] {
  return file.program.body
    .filter((statement) => t.isVariableDeclaration(statement) || t.isImportDeclaration(statement))
    .flatMap((statement) => Object.values(t.getBindingIdentifiers(statement)))
    .flatMap((identifier) => file.bindingOf(identifier) ?? []);
}

function isSameMember(a: ModuleMember, module: string, path: readonly string[]): boolean {
  return a.module === module && a.path.join('.') === path.join('.');
}

/** A name of the file that already is what `matches` wants, and means it at the node. */
export function findName(
  file: SyntaxFile,
  node: t.Node,
  matches: (binding: Binding) => boolean,
): Binding | undefined {
  return topLevelNames(file).find((binding) => matches(binding) && !isShadowedAt(file, binding, node));
}

function existingConstant(
  file: SyntaxFile,
  node: t.Node,
  { module, path }: ModuleMember,
): Binding | undefined {
  return findName(file, node, (binding) => {
    const value = binding.kind === 'import' ? undefined : initialValueOf(file, binding);
    const original = value && value.path.length === 0 ? promisifiedMember(file, value.init) : undefined;
    return original !== undefined && isSameMember(original, module, path);
  });
}

/** The promise API of a core module that the file already has a name for: `fsPromises.readFile`, `fs.promises.readFile`. */
export function existingNativeCallee(
  file: SyntaxFile,
  node: t.Node,
  module: string,
  name: string,
): string | undefined {
  const isNative = (path: readonly string[]) => (binding: Binding) => {
    const member = moduleMemberOf(file, binding.identifier);
    return (
      member !== undefined &&
      (isSameMember(member, module, ['promises', ...path]) ||
        isSameMember(member, `${module}/promises`, path))
    );
  };
  const fn = findName(file, node, isNative([name]));
  if (fn) return fn.name;
  const api = findName(file, node, isNative([]));
  return api && `${api.name}.${name}`;
}

interface PromisifyName {
  readonly text: string;
  /** Where the name is bound; undefined when the request binds it at the head. */
  readonly binding?: Binding;
  readonly topLevel: readonly TopLevelRequest[];
}

/** `promisify` as this file calls it, or as it will after the request. */
function promisifyName(file: SyntaxFile, node: t.Node): PromisifyName {
  const isUtil = (path: readonly string[]) => (binding: Binding) => {
    const member = moduleMemberOf(file, binding.identifier);
    return member !== undefined && isSameMember(member, 'util', path);
  };
  const direct = findName(file, node, isUtil(['promisify']));
  if (direct) return { text: direct.name, binding: direct, topLevel: [] };
  const util = findName(file, node, isUtil([]));
  if (util) return { text: `${util.name}.promisify`, binding: util, topLevel: [] };
  const { quote, semicolon } = file.style;
  const source = `${quote}${usesNodePrefix(file) ? 'node:' : ''}util${quote}`;
  const name = file.freshName('promisify');
  const isEsm = file.moduleSystem === 'esm';
  const specifier = name === 'promisify' ? name : `promisify${isEsm ? ' as' : ':'} ${name}`;
  const line = isEsm
    ? `import { ${specifier} } from ${source}${semicolon}`
    : `const { ${specifier} } = require(${source})${semicolon}`;
  const at = headOffset(file);
  return {
    text: name,
    topLevel: [
      { key: 'promisify', at, text: toLines(file, at, headEnd(file) ? line : line + file.style.lineEnd) },
    ],
  };
}

interface NewConstant {
  /** Equal keys in one file are one constant. */
  readonly key: string;
  /** Names to try, the best first. */
  readonly wishes: readonly string[];
  /** Its value, once `promisify` has a name. */
  readonly value: string;
  /** Statements that it must stand behind. */
  readonly after: readonly (t.Statement | undefined)[];
}

function newConstant(file: SyntaxFile, promisify: PromisifyName, constant: NewConstant): PromisifiedCallee {
  const name = constantName(file, constant.key, constant.wishes);
  const util = promisify.binding && topLevelDeclaration(file, promisify.binding);
  const at = Math.max(
    headOffset(file),
    ...[...constant.after, util].flatMap((statement) => (statement ? [lineBehind(file, statement)] : [])),
  );
  const line = `const ${name} = ${constant.value}${file.style.semicolon}`;
  const request = { key: constant.key, at, text: toLines(file, at, line) };
  return { callee: name, topLevel: [...promisify.topLevel, ...withBlankLines(file, promisify, request)] };
}

/** Constants stand apart from the imports above them and from code below them that is no declaration. */
function withBlankLines(
  file: SyntaxFile,
  promisify: PromisifyName,
  request: TopLevelRequest,
): readonly TopLevelRequest[] {
  const { at } = request;
  const blank = { at, text: file.style.lineEnd };
  const above = file.program.body.findLast((statement) => lineBehind(file, statement) === at);
  const isBlankBelow = file.text.slice(at, file.nextLineStart(at)).trim() === '';
  const below = isBlankBelow ? undefined : file.program.body.find((statement) => startOf(statement) >= at);
  const isBehindImport = promisify.topLevel.some((before) => before.at === at)
    ? headEnd(file) !== undefined
    : above !== undefined && isImport(file, above);
  const touches = below !== undefined && !t.isVariableDeclaration(below) && !t.isImportDeclaration(below);
  return [
    ...(isBehindImport ? [{ ...blank, key: 'promisify-blank-line' }] : []),
    request,
    ...(touches ? [{ ...blank, key: 'promisify-blank-line-behind', isLast: true } as const] : []),
  ];
}

/**
 * `util.promisify` of a module's function, as one constant beside the imports: an existing one, or a new one with a
 * name that the file doesn't have. A module that isn't bound at the top of the file is promisified at the call.
 *
 * @param call where the promise form is called
 */
export function promisifiedFunction(
  file: SyntaxFile,
  call: t.CallExpression,
  member: ModuleMember,
): PromisifiedCallee {
  const existing = existingConstant(file, call, member);
  if (existing) return { callee: existing.name, topLevel: [] };
  const promisify = promisifyName(file, call);
  const original = file.slice(call.callee);
  const declaration = member.binding && topLevelDeclaration(file, member.binding);
  if (member.binding && !declaration)
    return { callee: `${promisify.text}(${original})`, topLevel: promisify.topLevel };
  const prefix = moduleNameAsPrefix(member.module);
  const base = member.path.at(-1) ?? prefix;
  return newConstant(file, promisify, {
    key: `promisify:${member.module}.${member.path.join('.')}`,
    wishes: [`${base}Async`, `${prefix}${capitalised(base)}Async`],
    value: `${promisify.text}(${original})`,
    after: [declaration],
  });
}

/** `a`, `this.a`, `a.b`: evaluating it twice is the same as once, unless somebody wrote a getter. */
function isPlainReference(node: t.Node): boolean {
  const inner = unwrap(node);
  if (t.isIdentifier(inner) || t.isThisExpression(inner)) return true;
  return t.isMemberExpression(inner) && memberName(inner) !== undefined && isPlainReference(inner.object);
}

/** A name that stands for this very expression where the call is. */
function findNameOfValue(file: SyntaxFile, call: t.CallExpression, value: string): Binding | undefined {
  return findName(file, call, (candidate) => {
    const initial = candidate.kind === 'import' ? undefined : initialValueOf(file, candidate);
    return initial !== undefined && initial.path.length === 0 && file.slice(initial.init) === value;
  });
}

/**
 * `util.promisify` of a method, bound to its object: as a constant when the object is one of the file's top, else at
 * the call.
 *
 * @returns undefined when the object is more than a name, so that it can't be written twice.
 */
export function promisifiedMethod(file: SyntaxFile, call: t.CallExpression): PromisifiedCallee | undefined {
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee) || !isPlainReference(callee)) return undefined;
  const promisify = promisifyName(file, call);
  const [method, object] = [file.slice(callee), file.slice(callee.object)];
  const value = `${promisify.text}(${method}).bind(${object})`;
  const receiver = unwrap(callee.object);
  const binding = t.isIdentifier(receiver) ? file.bindingOf(receiver) : undefined;
  const declaration = binding && binding.writes.length === 0 ? topLevelDeclaration(file, binding) : undefined;
  if (!binding || !declaration) return { callee: value, topLevel: promisify.topLevel };
  const existing = findNameOfValue(file, call, value);
  if (existing) return { callee: existing.name, topLevel: [] };
  return newConstant(file, promisify, {
    key: `promisify:${method}`,
    wishes: [`${binding.name}${capitalised(memberName(callee) ?? '')}Async`],
    value,
    after: [declaration],
  });
}

/**
 * `util.promisify` of a function of the project: a constant when a name of the file's top stands for the function
 * itself, else at the call, because modules that need each other see each other half-made while they load.
 */
export function promisifiedOwnFunction(file: SyntaxFile, call: t.CallExpression): PromisifiedCallee {
  const promisify = promisifyName(file, call);
  const callee = unwrap(call.callee);
  const value = `${promisify.text}(${file.slice(call.callee)})`;
  const binding = t.isIdentifier(callee) ? file.bindingOf(callee) : undefined;
  const declaration = binding && binding.writes.length === 0 ? ownDeclaration(file, binding) : undefined;
  if (!binding || !declaration) return { callee: value, topLevel: promisify.topLevel };
  const existing = findNameOfValue(file, call, value);
  if (existing) return { callee: existing.name, topLevel: [] };
  return newConstant(file, promisify, {
    key: `promisify:${binding.name}`,
    wishes: [`${binding.name}Async`],
    value,
    after: t.isFunctionDeclaration(declaration) ? [] : [declaration],
  });
}

function ownDeclaration(file: SyntaxFile, binding: Binding): t.Statement | undefined {
  const hoisted = file.program.body.find(
    (statement) => t.isFunctionDeclaration(statement) && statement.id === binding.identifier,
  );
  return hoisted ?? topLevelDeclaration(file, binding);
}
