import { ts } from 'ts-morph';
import { nodesOfTree } from './nodes-of-tree.js';

/** What every member access with a computed name looks like, and few other things. */
const computedPattern = /[\w$)\].]\s*\[(?!['"`\d\]])/;

export function mayTakeByComputedName(text: string): boolean {
  return computedPattern.test(text);
}

/** The places of a file where a member is taken by a name that is not written there: `routes[event.action]`. */
export const findComputedAccesses = nodesOfTree(
  (node): node is ts.ElementAccessExpression => ts.isElementAccessExpression(node) && isComputed(node),
);

function isComputed({ argumentExpression }: ts.ElementAccessExpression): boolean {
  return !ts.isStringLiteralLike(argumentExpression) && !ts.isNumericLiteral(argumentExpression);
}
