import { ts } from 'ts-morph';

/** A tree is walked once; a rewritten file has another tree. */
const accessesByTree = new WeakMap<ts.SourceFile, readonly ts.ElementAccessExpression[]>();

/** The places of a file where a member is taken by a name that is not written there: `routes[event.action]`. */
export function findComputedAccesses(tree: ts.SourceFile): readonly ts.ElementAccessExpression[] {
  const known = accessesByTree.get(tree);
  if (known) return known;
  const accesses: ts.ElementAccessExpression[] = [];
  const waiting: ts.Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isElementAccessExpression(node) && isComputed(node)) accesses.push(node);
    ts.forEachChild(node, (child) => {
      waiting.push(child);
    });
  }
  accessesByTree.set(tree, accesses);
  return accesses;
}

function isComputed({ argumentExpression }: ts.ElementAccessExpression): boolean {
  return !ts.isStringLiteralLike(argumentExpression) && !ts.isNumericLiteral(argumentExpression);
}
