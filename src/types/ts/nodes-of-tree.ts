import { ts } from 'ts-morph';

/**
 * A search for all nodes of a kind in a file, whose answer is kept: a tree is walked once, and a rewritten file has
 * another tree.
 */
export function nodesOfTree<Node extends ts.Node>(
  isWanted: (node: ts.Node) => node is Node,
): (tree: ts.SourceFile) => readonly Node[] {
  const byTree = new WeakMap<ts.SourceFile, readonly Node[]>();
  return (tree) => {
    const known = byTree.get(tree);
    if (known) return known;
    const found: Node[] = [];
    const waiting: ts.Node[] = [tree];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (isWanted(node)) found.push(node);
      ts.forEachChild(node, (child) => {
        waiting.push(child);
      });
    }
    byTree.set(tree, found);
    return found;
  };
}

export function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
