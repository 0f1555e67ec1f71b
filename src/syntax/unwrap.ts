import * as t from '@babel/types';

/** The expression inside parentheses, type assertions and `!`, which change nothing at run time. */
export function unwrap(node: t.Node): t.Node {
  let inner = node;
  while (
    t.isParenthesizedExpression(inner) ||
    t.isTSAsExpression(inner) ||
    t.isTSSatisfiesExpression(inner) ||
    t.isTSNonNullExpression(inner) ||
    t.isTSTypeAssertion(inner) ||
    t.isTypeCastExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** The expression whose value `void` drops, or the expression itself. */
export function withoutVoid(node: t.Node): t.Node {
  const inner = unwrap(node);
  return t.isUnaryExpression(inner, { operator: 'void' }) ? withoutVoid(inner.argument) : inner;
}

/** The name of a property that is written out: `a.name`, `a['name']`; undefined when it is computed. */
export function memberName(node: t.MemberExpression | t.OptionalMemberExpression): string | undefined {
  if (!node.computed) return t.isIdentifier(node.property) ? node.property.name : undefined;
  return t.isStringLiteral(node.property) ? node.property.value : undefined;
}

/** The name of a key that is written out: `{ name: … }`, `{ 'name': … }`. */
export function keyName(
  node: t.ObjectProperty | t.ObjectMethod | t.ClassMethod | t.ClassProperty,
): string | undefined {
  if (!node.computed && t.isIdentifier(node.key)) return node.key.name;
  return t.isStringLiteral(node.key) ? node.key.value : undefined;
}
