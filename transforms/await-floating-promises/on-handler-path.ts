import type * as t from '@babel/types';
import { HandlerPath } from '../../src/flow/handler-path.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';

/** Is this node reached from a handler? */
export type OnHandlerPath = (file: SyntaxFile, node: t.Node) => boolean;

/** The path is looked for when it is first asked about: most promises need no such question. */
export function handlerPathOf(context: TransformContext): OnHandlerPath {
  let path: HandlerPath | undefined;
  return (file, node) => {
    path ??= new HandlerPath(context);
    return path.has(file, node);
  };
}
