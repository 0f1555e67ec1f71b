import * as t from '@babel/types';
import { endOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { TransformContext } from '../transform.js';
import type { NodeRange } from '../types/oracle.js';

interface Reached {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
}

/**
 * The code that runs when Lambda calls a handler: the handlers, and the functions that they call or hand on, in every
 * file. What can't be resolved is not on the path, so that nothing is taken for a handler's that isn't.
 */
export class HandlerPath {
  readonly #reached = new Map<string, Reached[]>();
  readonly #waiting: Reached[] = [];

  /** @param isRoot which handlers count; all of them when left out */
  constructor(
    private readonly context: TransformContext,
    isRoot: (file: SyntaxFile, handler: t.Function) => boolean = () => true,
  ) {
    for (const { file: path, fn } of context.allHandlers()) {
      const file = context.fileAt(path);
      if (file && isRoot(file, fn)) this.#reach({ file, fn });
    }
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#follow(next);
  }

  /** Does this node run as part of an invocation? */
  has(file: SyntaxFile, node: t.Node): boolean {
    return (this.#reached.get(file.path) ?? []).some(({ fn }) => file.contains(fn, node));
  }

  #reach(place: Reached): void {
    const known = this.#reached.get(place.file.path) ?? [];
    if (known.some(({ fn }) => fn === place.fn)) return;
    this.#reached.set(place.file.path, [...known, place]);
    this.#waiting.push(place);
  }

  #follow({ file, fn }: Reached): void {
    const inFunction = (node: t.Node): boolean => file.contains(fn, node);
    for (const call of callsIn(file).filter(inFunction)) {
      this.#followDeclaration(file.rangeOf(call));
      for (const argument of call.arguments) {
        if (t.isIdentifier(argument) && file.bindingOf(argument))
          this.#followDeclaration(file.rangeOf(argument));
      }
    }
  }

  #followDeclaration(range: NodeRange): void {
    const declaration = this.context.types.declarationOf(range);
    if (declaration.is !== 'yes' || !declaration.value.range) return;
    const { file: path, start, end } = declaration.value.range;
    const file = this.context.fileAt(path);
    const fn = file?.nodesAt(start).find((node) => t.isFunction(node) && endOf(node) === end);
    if (file && t.isFunction(fn)) this.#reach({ file, fn });
  }
}

function callsIn(
  file: SyntaxFile,
): readonly (t.CallExpression | t.OptionalCallExpression | t.NewExpression)[] {
  return [
    ...file.nodes('CallExpression'),
    ...file.nodes('OptionalCallExpression'),
    ...file.nodes('NewExpression'),
  ];
}
