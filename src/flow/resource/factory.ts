import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { calledFunction } from '../called-function.js';
import { initialValueOf } from '../module-member.js';
import { acquiredBy, type Acquired } from './acquisition.js';
import type { AcquiringNode } from './maker.js';

/** Names that functions which open something tend to have: the others are not looked into, for speed. */
const LIKELY_FACTORY = /conn|client|db|database|pool|session|open|socket|browser/i;

const MAX_DEPTH = 3;

function nameOfCallee(callee: t.Node): string | undefined {
  const node = unwrap(callee);
  if (t.isIdentifier(node)) return node.name;
  return t.isMemberExpression(node) ? memberName(node) : undefined;
}

function returnedValues(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
  if (!t.isBlockStatement(fn.body)) return [fn.body];
  return file
    .nodes('ReturnStatement')
    .filter((statement) => file.enclosingFunction(statement) === fn)
    .flatMap(({ argument }) => argument ?? []);
}

interface Maker {
  readonly node: AcquiringNode;
  readonly isAwaited: boolean;
  /** The variable that held it in between. */
  readonly name: t.Identifier | undefined;
}

/** What made a returned value: in the return itself, or in the variable that the function gave it. */
function makerOf(file: SyntaxFile, fn: t.Function, value: t.Node, name?: t.Identifier): Maker | undefined {
  const outer = unwrap(value);
  const node = t.isAwaitExpression(outer) ? unwrap(outer.argument) : outer;
  if (t.isCallExpression(node) || t.isNewExpression(node)) return { node, isAwaited: node !== outer, name };
  if (!t.isIdentifier(node) || name) return undefined;
  const binding = file.bindingOf(node);
  const initial = binding && initialValueOf(file, binding);
  const isLocal = binding && file.enclosingFunction(binding.identifier) === fn;
  return isLocal && initial?.path.length === 0
    ? makerOf(file, fn, initial.init, binding.identifier)
    : undefined;
}

function callsMethod(file: SyntaxFile, name: t.Identifier | undefined, method: string): boolean {
  const references = name ? (file.bindingOf(name)?.references ?? []) : [];
  return references.some((reference) => {
    const member = file.parentOf(reference);
    return t.isMemberExpression(member) && memberName(member) === method;
  });
}

/** The row as it is for the caller of the function: maybe behind a promise, maybe open already. */
function asReturned(file: SyntaxFile, fn: t.Function, maker: Maker, row: Resource): Resource {
  const { opensWith, acquiredByPromise, ...rest } = row;
  const isOpen = opensWith !== undefined && callsMethod(file, maker.name, opensWith);
  const isPromise = fn.async === true || (acquiredByPromise === true && !maker.isAwaited);
  return {
    ...rest,
    ...(isPromise && { acquiredByPromise: true }),
    ...(opensWith !== undefined && !isOpen && { opensWith }),
  };
}

/**
 * What a function of the project opens and hands to its caller: `const conn = await getConnection()`.
 *
 * @returns undefined for functions that may give something else too, such as one that was opened before.
 */
export function acquiredFromFactory(
  context: TransformContext,
  file: SyntaxFile,
  node: AcquiringNode,
  depth = 0,
): Acquired | undefined {
  const name = nameOfCallee(node.callee);
  if (depth > MAX_DEPTH || t.isNewExpression(node) || name === undefined || !LIKELY_FACTORY.test(name))
    return undefined;
  const factory = calledFunction(context, file, node);
  if (!factory || factory.fn.generator) return undefined;
  const [value, ...others] = returnedValues(factory.file, factory.fn);
  const maker = value && others.length === 0 ? makerOf(factory.file, factory.fn, value) : undefined;
  if (!maker) return undefined;
  const made =
    acquiredBy(context, factory.file, maker.node) ??
    acquiredFromFactory(context, factory.file, maker.node, depth + 1);
  if (!made) return undefined;
  const [first, ...rest] = made.rows.map((row) => asReturned(factory.file, factory.fn, maker, row));
  return first && { rows: [first, ...rest] };
}
