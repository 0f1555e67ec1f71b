import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { keyName, memberName, unwrap } from '../syntax/unwrap.js';

/** What an expression names of a module, as far as the file itself tells: `readFile` of `fs`. */
export interface ModuleMember {
  /** As written, without `node:`. */
  readonly module: string;
  /** Empty for the module itself (its `module.exports`, namespace or default export). */
  readonly path: readonly string[];
  /** The name in the file through which the module is reached; undefined for `require('fs').readFile`. */
  readonly binding?: Binding;
}

/** Functions that return the very thing they are given, with its calls traced. */
const TRACING_WRAPPERS = new Set(['captureAWS', 'captureAWSClient', 'captureAWSv3Client']);

function memberOf(member: ModuleMember | undefined, name: string | undefined): ModuleMember | undefined {
  return member && name !== undefined ? { ...member, path: [...member.path, name] } : undefined;
}

function toModuleName(source: string): string {
  return source.replace(/^node:/, '');
}

/** `require('x')` with nothing that shadows `require`. */
export function requiredModule(file: SyntaxFile, node: t.Node): string | undefined {
  if (!t.isCallExpression(node) || !file.isGlobal(node.callee, 'require')) return undefined;
  const [source] = node.arguments;
  return t.isStringLiteral(source) ? toModuleName(source.value) : undefined;
}

function fromImport(file: SyntaxFile, binding: Binding): ModuleMember | undefined {
  const specifier = file.parentOf(binding.identifier);
  const declaration = specifier && file.parentOf(specifier);
  if (!t.isImportDeclaration(declaration)) return undefined;
  const whole = { module: toModuleName(declaration.source.value), path: [], binding };
  if (!t.isImportSpecifier(specifier)) return whole;
  const { imported } = specifier;
  const name = t.isIdentifier(imported) ? imported.name : imported.value;
  return name === 'default' ? whole : memberOf(whole, name);
}

/** The names that lead from a declarator's pattern to something in it; undefined when a step is computed. */
function patternPath(file: SyntaxFile, inner: t.Node): readonly string[] | undefined {
  const property = file.parentOf(inner);
  if (t.isVariableDeclarator(property)) return [];
  if (!t.isObjectProperty(property) || property.value !== inner) return undefined;
  const name = keyName(property);
  const pattern = file.parentOf(property);
  const before = t.isObjectPattern(pattern) ? patternPath(file, pattern) : undefined;
  return before && name !== undefined ? [...before, name] : undefined;
}

function declaratorOf(file: SyntaxFile, node: t.Node): t.VariableDeclarator | undefined {
  for (const ancestor of file.ancestors(node)) {
    if (t.isVariableDeclarator(ancestor)) return ancestor;
    if (t.isStatement(ancestor) || t.isFunction(ancestor)) return undefined;
  }
  return undefined;
}

/** The expression that a variable without later assignments is initialised with, and the way into it. */
export function initialValueOf(
  file: SyntaxFile,
  binding: Binding,
): { readonly init: t.Expression; readonly path: readonly string[] } | undefined {
  if (binding.writes.length > 0) return undefined;
  const declarator = declaratorOf(file, binding.identifier);
  if (!declarator?.init) return undefined;
  const path = patternPath(file, binding.identifier);
  return path && { init: declarator.init, path };
}

function fromIdentifier(
  file: SyntaxFile,
  identifier: t.Identifier,
  seen: ReadonlySet<Binding>,
): ModuleMember | undefined {
  const binding = file.bindingOf(identifier);
  if (!binding || seen.has(binding)) return undefined;
  if (binding.kind === 'import') return fromImport(file, binding);
  const value = initialValueOf(file, binding);
  const whole = value && resolve(file, value.init, new Set([...seen, binding]));
  if (!value || !whole) return undefined;
  return { ...whole, path: [...whole.path, ...value.path], binding };
}

function resolve(file: SyntaxFile, expression: t.Node, seen: ReadonlySet<Binding>): ModuleMember | undefined {
  const node = unwrap(expression);
  if (t.isIdentifier(node)) return fromIdentifier(file, node, seen);
  if (t.isMemberExpression(node)) return memberOf(resolve(file, node.object, seen), memberName(node));
  if (!t.isCallExpression(node)) return undefined;
  const module = requiredModule(file, node);
  if (module !== undefined) return { module, path: [] };
  const [traced] = node.arguments;
  const wrapper = resolve(file, node.callee, seen)?.path.at(-1);
  return traced && wrapper !== undefined && TRACING_WRAPPERS.has(wrapper)
    ? resolve(file, traced, seen)
    : undefined;
}

/**
 * Resolves an expression to a module and the names behind it, through imports, `require`, destructuring and variables
 * that are assigned once.
 *
 * @returns undefined when the file doesn't tell: parameters, reassigned variables, computed names.
 */
export function moduleMemberOf(file: SyntaxFile, expression: t.Node): ModuleMember | undefined {
  return resolve(file, expression, new Set());
}

/**
 * The module that an object comes from, through calls, `new` and members: `winston` for what
 * `winston.createLogger({}).info` is called on.
 */
export function rootModule(file: SyntaxFile, expression: t.Node): string | undefined {
  return rootOf(file, expression, new Set());
}

function rootOf(file: SyntaxFile, expression: t.Node, seen: ReadonlySet<Binding>): string | undefined {
  const node = unwrap(expression);
  const member = moduleMemberOf(file, node);
  if (member) return member.module;
  if (t.isMemberExpression(node)) return rootOf(file, node.object, seen);
  if (t.isCallExpression(node) || t.isNewExpression(node)) return rootOf(file, node.callee, seen);
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  if (!binding || seen.has(binding)) return undefined;
  const value = initialValueOf(file, binding);
  return value && rootOf(file, value.init, new Set([...seen, binding]));
}
