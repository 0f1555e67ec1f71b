import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { bindingOfFunction } from './completers.js';

/** Is a value undefined or null: surely, surely not, or it depends? */
export type Nullishness = 'always' | 'never' | 'maybe';

const ERROR_TEXTS = new Set(['message', 'name', 'stack']);

export function isUndefined(file: SyntaxFile, node: t.Node): boolean {
  const inner = unwrap(node);
  return file.isGlobal(inner, 'undefined') || t.isUnaryExpression(inner, { operator: 'void' });
}

/** The name that is known to be neither undefined nor null when this test holds. */
export function nameProvedBy(test: t.Node): readonly string[] {
  const node = unwrap(test);
  if (t.isIdentifier(node)) return [node.name];
  if (t.isLogicalExpression(node, { operator: '&&' }))
    return [...nameProvedBy(node.left), ...nameProvedBy(node.right)];
  if (t.isUnaryExpression(node, { operator: '!' })) {
    const inner = unwrap(node.argument);
    return t.isUnaryExpression(inner, { operator: '!' }) ? nameProvedBy(inner.argument) : [];
  }
  if (t.isBinaryExpression(node, { operator: 'instanceof' })) return nameProvedBy(node.left);
  if (t.isBinaryExpression(node, { operator: '!=' }) && t.isNullLiteral(node.right))
    return nameProvedBy(node.left);
  return [];
}

/** Is the identifier read only where an enclosing test of it held, and nothing was assigned since? */
function isGuarded(file: SyntaxFile, identifier: t.Identifier, binding: Binding): boolean {
  let inner: t.Node = identifier;
  for (const ancestor of file.ancestors(identifier)) {
    const branches = t.isIfStatement(ancestor) || t.isConditionalExpression(ancestor);
    if (branches && ancestor.consequent === inner && nameProvedBy(ancestor.test).includes(binding.name))
      return !isWrittenIn(file, binding, inner);
    if (ancestor === binding.scope) return false;
    inner = ancestor;
  }
  return false;
}

function isWrittenIn(file: SyntaxFile, binding: Binding, node: t.Node): boolean {
  return binding.writes.some((write) => file.contains(node, write));
}

/** Names that hold a thrown value or a rejection's reason, which programs take for an error. */
export function holdsThrownValue(file: SyntaxFile, binding: Binding): boolean {
  const parent = file.parentOf(binding.identifier);
  if (t.isCatchClause(parent)) return parent.param === binding.identifier;
  if (!t.isFunction(parent) || parent.params[0] !== binding.identifier) return false;
  const call = file.parentOf(parent);
  if (!t.isCallExpression(call) || !t.isMemberExpression(call.callee)) return false;
  const method = memberName(call.callee);
  return (
    (method === 'catch' && call.arguments[0] === parent) ||
    (method === 'then' && call.arguments[1] === parent) ||
    (method === 'on' && t.isStringLiteral(call.arguments[0], { value: 'error' }))
  );
}

/** A parameter of a named function that is only called: what all calls give it. */
function ofParameter(file: SyntaxFile, binding: Binding, seen: ReadonlySet<Binding>): Nullishness {
  const fn = file.parentOf(binding.identifier);
  const named = t.isFunction(fn) ? bindingOfFunction(file, fn) : undefined;
  const index = t.isFunction(fn) ? fn.params.indexOf(binding.identifier) : -1;
  if (!named || named.references.length === 0 || isExportedName(file, named)) return 'maybe';
  const isNever = named.references.every((reference) => {
    const call = file.parentOf(reference);
    if (!t.isCallExpression(call) || call.callee !== reference) return false;
    const given = call.arguments.slice(0, index + 1);
    const argument = given[index];
    return (
      argument !== undefined &&
      !given.some((other) => t.isSpreadElement(other)) &&
      nullishnessOf(file, argument, seen) === 'never'
    );
  });
  return isNever ? 'never' : 'maybe';
}

function isExportedName(file: SyntaxFile, { identifier }: Binding): boolean {
  return [...file.ancestors(identifier)].some((ancestor) => t.isExportDeclaration(ancestor));
}

function ofIdentifier(file: SyntaxFile, identifier: t.Identifier, seen: ReadonlySet<Binding>): Nullishness {
  const binding = file.bindingOf(identifier);
  if (!binding) return isUndefined(file, identifier) ? 'always' : 'maybe';
  if (binding.kind === 'function' || binding.kind === 'class') return 'never';
  if (isGuarded(file, identifier, binding)) return 'never';
  if (binding.writes.length > 0 || seen.has(binding)) return 'maybe';
  if (holdsThrownValue(file, binding)) return 'never';
  if (binding.kind === 'param') return ofParameter(file, binding, new Set([...seen, binding]));
  const declarator = file.parentOf(binding.identifier);
  const isPlain = t.isVariableDeclarator(declarator) && declarator.id === binding.identifier;
  if (!isPlain || !declarator.init) return 'maybe';
  return nullishnessOf(file, declarator.init, new Set([...seen, binding]));
}

function ofCall(file: SyntaxFile, call: t.CallExpression): Nullishness {
  const callee = unwrap(call.callee);
  if (t.isIdentifier(callee))
    return /error|exception|^(?:String|Number|Boolean)$/i.test(callee.name) ? 'never' : 'maybe';
  if (!t.isMemberExpression(callee)) return 'maybe';
  const name = memberName(callee) ?? '';
  const isStringify = name === 'stringify' && file.isGlobal(callee.object, 'JSON');
  const [argument] = call.arguments;
  if (isStringify) return argument && t.isObjectExpression(unwrap(argument)) ? 'never' : 'maybe';
  return name === 'toString' || /error|exception/i.test(name) ? 'never' : 'maybe';
}

/**
 * Where a handler fails with an unknown value, success and failure are told apart by whether it is nullish. Values that
 * were thrown or rejected count as errors; so do calls of functions whose name says that they make one.
 */
export function nullishnessOf(
  file: SyntaxFile,
  expression: t.Node,
  seen: ReadonlySet<Binding> = new Set(),
): Nullishness {
  const node = unwrap(expression);
  switch (node.type) {
    case 'NullLiteral':
      return 'always';
    case 'StringLiteral':
    case 'TemplateLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'NewExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassExpression':
    case 'BinaryExpression':
    case 'UpdateExpression':
      return 'never';
    case 'UnaryExpression':
      return node.operator === 'void' ? 'always' : 'never';
    case 'LogicalExpression':
      if (node.operator === '&&') return 'maybe';
      return nullishnessOf(file, node.right, seen) === 'never' ? 'never' : 'maybe';
    case 'ConditionalExpression': {
      const [a, b] = [nullishnessOf(file, node.consequent, seen), nullishnessOf(file, node.alternate, seen)];
      return a === b ? a : 'maybe';
    }
    case 'MemberExpression': {
      const isText = ERROR_TEXTS.has(memberName(node) ?? '');
      const base = unwrap(node.object);
      return isText && t.isIdentifier(base) && ofIdentifier(file, base, seen) === 'never' ? 'never' : 'maybe';
    }
    case 'Identifier':
      return ofIdentifier(file, node, seen);
    case 'CallExpression':
      return ofCall(file, node);
    default:
      return 'maybe';
  }
}
