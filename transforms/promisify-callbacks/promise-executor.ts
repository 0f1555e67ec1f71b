import * as t from '@babel/types';
import type { Binding } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName, unwrap } from '../../src/syntax/unwrap.js';

/** `new Promise((resolve, reject) => …)` with the executor written out. */
export interface HandMadePromise {
  readonly maker: t.NewExpression;
  readonly executor: t.FunctionExpression | t.ArrowFunctionExpression;
  readonly resolve: Binding;
  readonly reject: Binding | undefined;
}

function parameterBinding(file: SyntaxFile, parameter: t.Node | undefined): Binding | undefined {
  return t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
}

/** The promises of a file that are made by hand, the innermost first. */
export function handMadePromises(file: SyntaxFile): readonly HandMadePromise[] {
  return [...file.nodes('NewExpression')].reverse().flatMap((maker) => {
    const [argument, ...more] = maker.arguments;
    const executor = argument && unwrap(argument);
    if (more.length > 0 || !file.isGlobal(maker.callee, 'Promise')) return [];
    if (!t.isFunctionExpression(executor) && !t.isArrowFunctionExpression(executor)) return [];
    if (executor.async || executor.generator || executor.params.length > 2) return [];
    const resolve = parameterBinding(file, executor.params[0]);
    const reject = parameterBinding(file, executor.params[1]);
    return resolve && (reject || executor.params.length === 1) ? [{ maker, executor, resolve, reject }] : [];
  });
}

/** The only thing that a function does, as an expression. */
export function onlyExpression(fn: t.Function): t.Expression | undefined {
  if (!t.isBlockStatement(fn.body)) return fn.body;
  const [only, ...more] = fn.body.body;
  if (more.length > 0 || fn.body.directives.length > 0) return undefined;
  if (t.isExpressionStatement(only)) return only.expression;
  return t.isReturnStatement(only) ? (only.argument ?? undefined) : undefined;
}

/** The calls of the chain that begins with this one: `.then(…).catch(…)`. */
function chainOf(file: SyntaxFile, call: t.CallExpression): readonly t.CallExpression[] {
  const member = file.parentOf(call);
  const next = t.isMemberExpression(member) && member.object === call ? file.parentOf(member) : undefined;
  const isCalled = t.isCallExpression(next) && next.callee === member;
  return isCalled ? [call, ...chainOf(file, next)] : [call];
}

function methodOf(call: t.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return t.isMemberExpression(callee) ? memberName(callee) : undefined;
}

/** Is there a promise inside whose rejection nobody handles? The promise around it never settles then. */
export function hasUnhandledChain(file: SyntaxFile, executor: t.Function): boolean {
  return file.nodes('CallExpression').some((call) => {
    if (methodOf(call) !== 'then' || !file.contains(executor.body, call)) return false;
    const isHandled = (link: t.CallExpression): boolean =>
      methodOf(link) === 'catch' || (methodOf(link) === 'then' && link.arguments.length > 1);
    return !chainOf(file, call).some(isHandled);
  });
}
