import type { ts } from 'ts-morph';
import { childrenOf } from './nodes-of-tree.js';

/**
 * How deep a tree may be. The checker recurses, several frames a level, and a stack overflow leaves it in a state
 * that can't be trusted; nothing that people write comes near.
 */
const deepestTree = 1000;

/** From this many open brackets on, it is worth while to look at the tree before it is bound. */
const suspiciousBrackets = 300;

export function isTooDeep(tree: ts.SourceFile): boolean {
  let level: ts.Node[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestTree) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

/** A quick look at the text: brackets in strings count too, so that this is a suspicion only. */
export function maybeTooDeep(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        if (++open > suspiciousBrackets) return true;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (open > 0) open--;
        break;
    }
  }
  return false;
}
