import * as t from '@babel/types';
import { memberName } from './unwrap.js';
import type { SyntaxFile } from './syntax-file.js';

/** Where a value comes from, read off the syntax of one file. */
export interface Origin {
  /** Module specifier without `node:`: `aws-sdk`, `fs/promises`, `./store.js`. */
  readonly module: string;
  /** What was done with the module to get here: names of members, `()` for a call, `new`. */
  readonly path: readonly string[];
}

const MAX_STEPS = 12;

/**
 * Follows an expression back to the import or `require` that its value comes from: `db.query` of
 * `const db = mysql.createConnection()` is `{ module: 'mysql', path: ['createConnection', '()', 'query'] }`.
 *
 * @returns undefined when it comes from elsewhere, or a name on the way is assigned more than once.
 */
export function originOf(file: SyntaxFile, expression: t.Node, steps = 0): Origin | undefined {
  if (steps > MAX_STEPS) return undefined;
  const follow = (node: t.Node): Origin | undefined => originOf(file, node, steps + 1);
  if (t.isIdentifier(expression)) return originOfName(file, expression, follow);
  if (t.isMemberExpression(expression) || t.isOptionalMemberExpression(expression)) {
    const name = memberName(expression);
    return name === undefined ? undefined : extend(follow(expression.object), name);
  }
  if (t.isCallExpression(expression) || t.isOptionalCallExpression(expression)) {
    const required = requiredModule(file, expression);
    return required === undefined ? extend(follow(expression.callee), '()') : { module: required, path: [] };
  }
  if (t.isNewExpression(expression)) return extend(follow(expression.callee), 'new');
  if (
    t.isAwaitExpression(expression) ||
    t.isTSNonNullExpression(expression) ||
    t.isTSAsExpression(expression)
  )
    return follow(t.isAwaitExpression(expression) ? expression.argument : expression.expression);
  return undefined;
}

function extend(origin: Origin | undefined, step: string): Origin | undefined {
  return origin && { module: origin.module, path: [...origin.path, step] };
}

function withoutScheme(specifier: string): string {
  return specifier.replace(/^node:/, '');
}

/** The module of `require('…')` with a literal name, when `require` is Node's. */
function requiredModule(file: SyntaxFile, call: t.Node): string | undefined {
  if (!t.isCallExpression(call) || !file.isGlobal(call.callee, 'require')) return undefined;
  const [specifier] = call.arguments;
  return t.isStringLiteral(specifier) ? withoutScheme(specifier.value) : undefined;
}

function originOfName(
  file: SyntaxFile,
  identifier: t.Identifier,
  follow: (node: t.Node) => Origin | undefined,
): Origin | undefined {
  const binding = file.bindingOf(identifier);
  if (!binding || binding.writes.length > 0) return undefined;
  const parent = file.parentOf(binding.identifier);
  if (binding.kind === 'import') return parent && originOfImport(file, parent);
  if (t.isVariableDeclarator(parent) && parent.id === binding.identifier)
    return parent.init ? follow(parent.init) : undefined;
  const property = t.isAssignmentPattern(parent) ? file.parentOf(parent) : parent;
  const pattern = property && file.parentOf(property);
  const declarator = pattern && file.parentOf(pattern);
  const isDestructured =
    t.isObjectProperty(property) && t.isVariableDeclarator(declarator) && declarator.id === pattern;
  if (!isDestructured || !declarator.init || property.computed || !t.isIdentifier(property.key))
    return undefined;
  return extend(follow(declarator.init), property.key.name);
}

function originOfImport(file: SyntaxFile, specifier: t.Node): Origin | undefined {
  const declaration = file.parentOf(specifier);
  if (t.isTSImportEqualsDeclaration(specifier)) {
    const reference = specifier.moduleReference;
    return t.isTSExternalModuleReference(reference)
      ? { module: withoutScheme(reference.expression.value), path: [] }
      : undefined;
  }
  if (!t.isImportDeclaration(declaration)) return undefined;
  const module = withoutScheme(declaration.source.value);
  if (!t.isImportSpecifier(specifier)) return { module, path: [] };
  const imported = t.isIdentifier(specifier.imported) ? specifier.imported.name : specifier.imported.value;
  return { module, path: imported === 'default' ? [] : [imported] };
}
