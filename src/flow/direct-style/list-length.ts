import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { initialValueOf } from '../module-member.js';
import type { Conversion } from './conversion.js';
import { effectOf, isHarmless } from './effects.js';

/** A list as the file names it: a variable, and the properties that lead from it to the list. */
export interface NamedList {
  readonly root: Binding;
  readonly path: readonly string[];
}

/** Methods that leave the list as long as it is, and give nobody the list itself. */
const READING_METHODS =
  /^(?:forEach|map|filter|some|every|find|findLast|findIndex|findLastIndex|includes|indexOf|lastIndexOf|join|slice|concat|reduce|reduceRight|entries|keys|values|at|flat|flatMap)$/;

/** @returns undefined for anything but a variable that is never assigned to, or a property of one */
export function namedList(file: SyntaxFile, expression: t.Expression): NamedList | undefined {
  const names: string[] = [];
  let node = unwrap(expression);
  while (t.isMemberExpression(node)) {
    const name = memberName(node);
    if (name === undefined) return undefined;
    names.unshift(name);
    node = unwrap(node.object);
  }
  const root = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  return root?.writes.length === 0 ? { root, path: names } : undefined;
}

/**
 * Does the list keep its length while the function runs on from an offset? Whoever is given the list may change it,
 * unless the function ends with that.
 */
export function keepsLength({ file, fn, completions }: Conversion, list: NamedList, from: number): boolean {
  const isOver = (use: t.Node): boolean => endOf(use) <= from && file.enclosingFunction(use) === fn;
  const isAnswered = (use: t.Node): boolean =>
    [...file.ancestors(use)].some((ancestor) => completions.completionOf(ancestor) !== undefined);
  return usesOf(file, list).every((use) => isOver(use) || isAnswered(use) || isReading(file, use));
}

/** May the list have holes, which `forEach` skips? Lists that come from elsewhere are taken to have none. */
export function mayHaveHoles(file: SyntaxFile, list: NamedList): boolean {
  const value = list.path.length === 0 ? initialValueOf(file, list.root) : undefined;
  const init = value?.path.length === 0 ? unwrap(value.init) : undefined;
  const isSized =
    (t.isCallExpression(init) || t.isNewExpression(init)) && file.isGlobal(unwrap(init.callee), 'Array');
  if (isSized || (t.isArrayExpression(init) && init.elements.includes(null))) return true;
  return usesOf(file, list).some((use) => {
    const member = memberAround(file, use);
    return member !== undefined && isChanged(file, member);
  });
}

/** Where the file names the list, or an object that leads to it, also through variables made from them. */
function usesOf(file: SyntaxFile, list: NamedList, seen: readonly Binding[] = []): readonly t.Node[] {
  if (seen.includes(list.root)) return [];
  const known = [...seen, list.root];
  const origin = originOf(file, list);
  return [
    ...(origin ? usesOf(file, origin, known) : []),
    ...list.root.references.flatMap((reference) => {
      const { node, rest } = follow(file, reference, list.path);
      if (rest === undefined) return [];
      const alias = aliasOf(file, node);
      return [node, ...(alias ? usesOf(file, { root: alias, path: rest }, known) : [])];
    }),
  ];
}

/** `event.items` for the variable of `const items = event.items`. */
function originOf(file: SyntaxFile, { root, path }: NamedList): NamedList | undefined {
  const value = root.kind === 'param' ? undefined : initialValueOf(file, root);
  const origin = value && namedList(file, value.init);
  return value && origin && { root: origin.root, path: [...origin.path, ...value.path, ...path] };
}

/** Goes from a variable along the way to the list; `rest` is undefined where another property is taken. */
function follow(
  file: SyntaxFile,
  reference: t.Identifier,
  path: readonly string[],
): { readonly node: t.Node; readonly rest: readonly string[] | undefined } {
  let node: t.Node = reference;
  let rest = path;
  for (;;) {
    const member = memberAround(file, node);
    const [next, ...others] = rest;
    const name = member && memberName(member);
    if (!member || next === undefined || name === undefined) return { node, rest };
    if (name !== next) return { node, rest: undefined };
    node = member;
    rest = others;
  }
}

function memberAround(file: SyntaxFile, node: t.Node): t.MemberExpression | undefined {
  const parent = file.parentOf(node);
  return t.isMemberExpression(parent) && parent.object === node ? parent : undefined;
}

function aliasOf(file: SyntaxFile, node: t.Node): Binding | undefined {
  const declarator = file.parentOf(node);
  const isAlias = t.isVariableDeclarator(declarator) && declarator.init === node;
  return isAlias && t.isIdentifier(declarator.id) ? file.bindingOf(declarator.id) : undefined;
}

/** Is the list only looked at, with nothing kept of it but a variable that is looked at as well? */
function isReading(file: SyntaxFile, use: t.Node): boolean {
  const member = memberAround(file, use);
  const parent = file.parentOf(use);
  if (member) return !isChanged(file, member) && (!isCalled(file, member) || isReadingCall(member));
  if (t.isCallExpression(parent)) return parent.callee !== use && isHarmless(effectOf(file, parent));
  return (
    (t.isForXStatement(parent) && parent.right === use) ||
    t.isSpreadElement(parent) ||
    t.isBinaryExpression(parent) ||
    t.isUnaryExpression(parent) ||
    (t.isIfStatement(parent) && parent.test === use) ||
    aliasOf(file, use) !== undefined
  );
}

function isCalled(file: SyntaxFile, member: t.MemberExpression): boolean {
  const parent = file.parentOf(member);
  return t.isCallExpression(parent) && parent.callee === member;
}

function isReadingCall(member: t.MemberExpression): boolean {
  return READING_METHODS.test(memberName(member) ?? '');
}

/** Is the property written or taken away? */
function isChanged(file: SyntaxFile, member: t.MemberExpression): boolean {
  const parent = file.parentOf(member);
  return (
    (t.isAssignmentExpression(parent) && parent.left === member) ||
    t.isUpdateExpression(parent) ||
    t.isUnaryExpression(parent, { operator: 'delete' })
  );
}
