import * as t from '@babel/types';
import { findKeyName, withoutCasts } from './declared-value.js';

/**
 * The value of an expression that is written out: objects, lists, texts, numbers, booleans. What would have to be
 * computed is undefined, also inside of an object or a list.
 */
export function readStaticValue(expression: t.Node): unknown {
  const node = withoutCasts(expression);
  if (t.isStringLiteral(node) || t.isNumericLiteral(node) || t.isBooleanLiteral(node)) return node.value;
  if (t.isTemplateLiteral(node) && node.expressions.length === 0) return node.quasis[0]?.value.cooked;
  if (t.isArrayExpression(node))
    return node.elements.map((element) => (element ? readStaticValue(element) : undefined));
  if (t.isObjectExpression(node)) return Object.fromEntries(node.properties.flatMap(readProperty));
  return undefined;
}

function readProperty(property: t.Node): readonly (readonly [string, unknown])[] {
  if (!t.isObjectProperty(property)) return [];
  const name = findKeyName(property.key, property.computed);
  return name === undefined ? [] : [[name, readStaticValue(property.value)]];
}
