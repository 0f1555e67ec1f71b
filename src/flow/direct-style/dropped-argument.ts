import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { mayThrowAtOnce } from '../sync-throw.js';
import { effectOf, isHarmless } from './effects.js';

/** Can an argument beside an error go, because evaluating it can't throw or be seen? The error's own properties can be read. */
export function isDroppable(
  file: SyntaxFile,
  argument: t.Node,
  error: t.Expression | null | undefined,
): boolean {
  const node = unwrap(argument);
  const holder = t.isMemberExpression(node, { computed: false }) ? unwrap(node.object) : undefined;
  const isOfError = t.isIdentifier(holder) && error && t.isIdentifier(unwrap(error), { name: holder.name });
  if (isOfError || isHarmless(effectOf(file, node))) return true;
  return (
    t.isCallExpression(node) &&
    isQuietComputation(file, node) &&
    node.arguments.every((inner) => isDroppable(file, inner, error))
  );
}

/** A call of a function of the file that computes, and reads nothing that may be missing. */
function isQuietComputation(file: SyntaxFile, call: t.CallExpression): boolean {
  const { callee } = call;
  const isComputation = t.isIdentifier(callee) && effectOf(file, call) !== 'any';
  const fn = isComputation ? functionNamed(file, callee) : undefined;
  const isPlain = fn?.params.every((parameter) => t.isIdentifier(parameter)) ?? false;
  return fn !== undefined && isPlain && !mayThrowAtOnce(file, fn, fn.body, new Set());
}
