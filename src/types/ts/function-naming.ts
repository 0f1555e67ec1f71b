import { ts } from 'ts-morph';
import type { FunctionNode } from './node-at-range.js';

/** How others can get at a function. */
export interface FunctionNaming {
  /** Nodes that a symbol for it has as its declaration. */
  readonly declarations: readonly ts.Node[];
  /** Names it is declared under; none for `export default () => …`. */
  readonly names: readonly string[];
  /** It is the module's default export, or the module itself: importers choose its name. */
  readonly isNamedByImporters: boolean;
  /** It is a member of a class, or of an object that isn't just a module's exports. */
  readonly isMember: boolean;
}

/** A function without a name: called where it stands, or passed on as a value. */
export type Unnamed = 'called' | 'value';

/** @returns nothing when its name is computed: no use of it can be found. */
export function findNaming(fn: FunctionNode): FunctionNaming | Unnamed | undefined {
  if (ts.isFunctionDeclaration(fn)) return namingOfDeclaration(fn);
  if (ts.isMethodDeclaration(fn) || ts.isAccessor(fn)) {
    const name = memberName(fn);
    if (name === undefined) return undefined;
    return named([fn], [name], { isMember: !isExportedObject(fn.parent) });
  }
  if (ts.isConstructorDeclaration(fn)) {
    const name = fn.parent.name?.text;
    return named([fn, fn.parent], name === undefined ? [] : [name], {
      isNamedByImporters: isDefaultExport(fn.parent),
    });
  }
  const ownName = ts.isFunctionExpression(fn) ? fn.name?.text : undefined;
  const naming = namingByPlace(fn, outermost(fn));
  if (typeof naming !== 'object' || ownName === undefined) return naming;
  return { ...naming, declarations: [...naming.declarations, fn], names: [...naming.names, ownName] };
}

/** Object literals whose members are a module's exports: `module.exports = {…}`, `export default {…}`. */
export function isExportedObject(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const { parent } = outermost(node);
  if (ts.isExportAssignment(parent)) return true;
  return isAssignment(parent) && isModuleObject(parent.left);
}

/** `module.exports`, or `exports` alone */
export function isModuleObject(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'exports';
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'module' &&
    node.name.text === 'exports'
  );
}

export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** The expression with everything around it that has the same value: parentheses, `as`, `!`, `satisfies`. */
export function outermost(node: ts.Node): ts.Node {
  const { parent } = node;
  const isWrapper =
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isTypeAssertionExpression(parent);
  return isWrapper ? outermost(parent) : node;
}

function namingOfDeclaration(fn: ts.FunctionDeclaration): FunctionNaming {
  const overloads = (ts.isSourceFile(fn.parent) || ts.isBlock(fn.parent) ? fn.parent.statements : []).filter(
    (statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === fn.name?.text,
  );
  return named([fn, ...overloads], fn.name ? [fn.name.text] : [], {
    isNamedByImporters: isDefaultExport(fn),
  });
}

function namingByPlace(fn: ts.Node, value: ts.Node): FunctionNaming | Unnamed | undefined {
  const { parent } = value;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    return ts.isIdentifier(parent.name) ? named([parent], [parent.name.text]) : 'value';
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) {
    const name = memberName(parent);
    const isMember = !isExportedObject(parent.parent);
    return name === undefined ? undefined : named([parent], [name], { isMember });
  }
  if (ts.isExportAssignment(parent)) return named([parent, fn], [], { isNamedByImporters: true });
  if (isAssignment(parent) && parent.right === value) return namingByAssignment(fn, parent);
  if (ts.isCallExpression(parent) && parent.expression === value) return 'called';
  return 'value';
}

/** `exports.save = …`, `module.exports = exports.save = …`, `Store.prototype.save = …`, `save = …` */
function namingByAssignment(fn: ts.Node, assignment: ts.BinaryExpression): FunctionNaming | undefined {
  const assignments = chainOf(assignment);
  const targets = assignments.map(({ left }) => left);
  const names = targets.filter((target) => !isModuleObject(target)).map(assignedName);
  if (names.some((name) => name === undefined)) return undefined;
  const declarations = targets.flatMap((target) =>
    ts.isPropertyAccessExpression(target) ? [target, target.name] : [target],
  );
  return named(
    [fn, ...assignments, ...declarations],
    names.filter((name) => name !== undefined),
    {
      isNamedByImporters: targets.some(isModuleObject),
      isMember: targets.some((target) => ts.isPropertyAccessExpression(target) && !isOfModule(target)),
    },
  );
}

function chainOf(assignment: ts.BinaryExpression): ts.BinaryExpression[] {
  const { parent } = outermost(assignment);
  return isAssignment(parent) ? [assignment, ...chainOf(parent)] : [assignment];
}

function isOfModule(target: ts.PropertyAccessExpression): boolean {
  return isModuleObject(target) || isModuleObject(target.expression);
}

function assignedName(target: ts.Expression): string | undefined {
  if (ts.isIdentifier(target)) return target.text;
  return ts.isPropertyAccessExpression(target) ? target.name.text : undefined;
}

function memberName(member: ts.ClassElement | ts.ObjectLiteralElement): string | undefined {
  const { name } = member;
  if (!name || ts.isComputedPropertyName(name)) return undefined;
  return name.text;
}

function isDefaultExport(node: ts.HasModifiers): boolean {
  return (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

function named(
  declarations: readonly ts.Node[],
  names: readonly string[],
  { isNamedByImporters = false, isMember = false } = {},
): FunctionNaming {
  return { declarations, names, isNamedByImporters, isMember };
}

/** The class or object literal that a function is a member of. */
export function ownerOf(fn: FunctionNode): ts.ClassLikeDeclaration | ts.ObjectLiteralExpression | undefined {
  const { parent } = memberOf(fn);
  return ts.isClassLike(parent) || ts.isObjectLiteralExpression(parent) ? parent : undefined;
}

/** The member that a function is, or is the value of. */
export function memberOf(fn: FunctionNode): ts.Node {
  return ts.isExpression(fn) ? outermost(fn).parent : fn;
}
