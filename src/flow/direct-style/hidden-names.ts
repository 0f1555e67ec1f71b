import * as t from '@babel/types';
import { isAwaitAName } from '../await-context.js';
import type { Conversion } from './conversion.js';

/** Refuses functions with names that a look at the identifiers doesn't show, or that mean something else when async. */
export function refuseHiddenNames(c: Conversion): void {
  const { file } = c;
  if (isAwaitAName(file)) c.refuseFor({ code: 'await-is-a-name' });
  const isConverted = (node: t.Node): boolean => c.together.some(({ fn }) => file.contains(fn, node));
  const evaluated = file
    .nodes('CallExpression')
    .find((call) => t.isIdentifier(call.callee, { name: 'eval' }) && isConverted(call));
  if (evaluated) c.refuse('not-convertible', '`eval` may use names that change', evaluated);
  const leaking = file.nodes('FunctionDeclaration').find((fn) => isConverted(fn) && leavesItsBlock(c, fn));
  if (leaking)
    c.refuse('not-convertible', `\`${leaking.id?.name ?? ''}\` is used outside its block`, leaking);
}

/** In sloppy code the name of a function in a block is one of the function around it, too. */
function leavesItsBlock({ file }: Conversion, { id }: t.FunctionDeclaration): boolean {
  const own = id ? file.bindingOf(id) : undefined;
  const around = own && file.enclosingFunction(own.scope);
  if (!around || t.isFunction(own.scope)) return false;
  return file.nodes('Identifier').some((use) => {
    if (use.name !== own.name || !file.contains(around, use) || file.contains(own.scope, use)) return false;
    const scope = file.bindingOf(use)?.scope;
    return scope === undefined || file.contains(scope, around);
  });
}
