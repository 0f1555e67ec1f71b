import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import { memberName } from '../syntax/unwrap.js';
import { startOf, type SyntaxFile } from '../syntax/syntax-file.js';

/** A place where a function reads or writes a variable of the module, or what is in it. */
export interface StateUse {
  /** The variable; the class, for `this` in an object that lasts as long as the module. */
  readonly owner: Binding | t.Class;
  /** As it is written: `count`, `cache.size`. */
  readonly name: string;
  /** The members on the way, as they are written; `[]` for those that are computed. */
  readonly path: readonly string[];
  readonly node: t.Node;
  /** `own`: what is read goes nowhere but into the write that is part of it: `count += 1;` */
  readonly reads: 'yes' | 'own' | 'no';
  readonly writes: boolean;
}

const COLLECTION_WRITES = new Set([
  'push',
  'unshift',
  'pop',
  'shift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'set',
  'add',
  'delete',
  'clear',
]);

/** The uses in a function, functions inside it included, in source order. */
export function findUsesOfModuleState(file: SyntaxFile, fn: t.Function): readonly StateUse[] {
  const variables = file.nodes('Identifier').flatMap((identifier) => {
    const binding = file.contains(fn.body, identifier) ? file.bindingOf(identifier) : undefined;
    return binding && isModuleVariable(binding) ? toUse(file, identifier, binding) : [];
  });
  const owner = file.nodes('ThisExpression').length > 0 ? classOfLastingObject(file, fn) : undefined;
  const fields = owner
    ? file
        .nodes('ThisExpression')
        .filter((node) => file.contains(fn.body, node))
        .flatMap((node) => toUse(file, node, owner))
        .filter(({ path }) => path.length > 0)
    : [];
  return [...variables, ...fields].sort((a, b) => startOf(a.node) - startOf(b.node));
}

/** The class around a method, when the file makes an object of it outside of any function. */
function classOfLastingObject(file: SyntaxFile, fn: t.Function): t.Class | undefined {
  const owner = [...file.ancestors(fn)].find((ancestor) => t.isClass(ancestor));
  const isMade = file
    .nodes('NewExpression')
    .some(
      (made) =>
        t.isIdentifier(made.callee) &&
        made.callee.name === owner?.id?.name &&
        file.enclosingFunction(made) === undefined,
    );
  return isMade ? owner : undefined;
}

function isModuleVariable({ scope, kind }: Binding): boolean {
  return t.isProgram(scope) && (kind === 'let' || kind === 'var' || kind === 'const');
}

/** Is one of the uses a part of what the other is about: `cache` and `cache.size`, `cache[id]` and `cache[key]`? */
export function isSameState(a: StateUse, b: StateUse): boolean {
  if (a.owner !== b.owner) return false;
  const shared = Math.min(a.path.length, b.path.length);
  return a.path
    .slice(0, shared)
    .every((name, index) => name === b.path[index] || name === '[]' || b.path[index] === '[]');
}

function toUse(
  file: SyntaxFile,
  root: t.Identifier | t.ThisExpression,
  owner: StateUse['owner'],
): readonly StateUse[] {
  let place: t.Node = root;
  const path: string[] = [];
  let parent = file.parentOf(place);
  while (isMemberOf(parent, place) && !isCalled(file, parent)) {
    path.push(memberName(parent) ?? '[]');
    place = parent;
    parent = file.parentOf(place);
  }
  const use = { owner, name: file.slice(place), path, node: place, reads: 'yes', writes: false } as const;
  if (t.isUpdateExpression(parent) || t.isUnaryExpression(parent, { operator: 'delete' }))
    return [{ ...use, node: parent, reads: readBy(file, parent), writes: true }];
  if (t.isAssignmentExpression(parent) && parent.left === place) {
    const reads = parent.operator === '=' ? 'no' : readBy(file, parent);
    return [{ ...use, node: parent, reads, writes: true }];
  }
  if (isMemberOf(parent, place) && isCollection(file, owner)) {
    const writes = COLLECTION_WRITES.has(memberName(parent) ?? '');
    const call = file.parentOf(parent);
    return [{ ...use, node: writes && call ? call : place, reads: writes ? 'no' : 'yes', writes }];
  }
  return [use];
}

function isMemberOf(
  node: t.Node | undefined,
  object: t.Node,
): node is t.MemberExpression | t.OptionalMemberExpression {
  return (t.isMemberExpression(node) || t.isOptionalMemberExpression(node)) && node.object === object;
}

function isCalled(file: SyntaxFile, member: t.Node): boolean {
  const parent = file.parentOf(member);
  return (t.isCallExpression(parent) || t.isOptionalCallExpression(parent)) && parent.callee === member;
}

/** An array, map or set of the module's own: `push` on anything else may be a request to a queue. */
function isCollection(file: SyntaxFile, owner: StateUse['owner']): boolean {
  if (!('identifier' in owner)) return true;
  const declarator = file.parentOf(owner.identifier);
  const init = t.isVariableDeclarator(declarator) ? declarator.init : undefined;
  if (t.isArrayExpression(init) || t.isObjectExpression(init)) return true;
  return (
    t.isNewExpression(init) &&
    t.isIdentifier(init.callee) &&
    /^(?:Map|Set|WeakMap|WeakSet|Array)$/.test(init.callee.name)
  );
}

/** What `count += 1` and `count++` read is lost unless their own value is used. */
function readBy(file: SyntaxFile, expression: t.Expression): StateUse['reads'] {
  return t.isExpressionStatement(file.parentOf(expression)) ? 'own' : 'yes';
}
