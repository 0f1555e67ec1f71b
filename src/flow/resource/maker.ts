import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { initialValueOf } from '../module-member.js';

export type AcquiringNode = t.CallExpression | t.NewExpression;

/**
 * The expressions that may have made a value: behind `await`, and behind variables, whether they are given it where they
 * are declared or later (`let pool; … pool = new Pool();`).
 *
 * @returns nothing when it may also come from somewhere else
 */
export function makersOf(file: SyntaxFile, value: t.Node): readonly AcquiringNode[] {
  return makersBehind(file, value, new Set());
}

function makersBehind(file: SyntaxFile, value: t.Node, seen: ReadonlySet<Binding>): readonly AcquiringNode[] {
  const outer = unwrap(value);
  const node = t.isAwaitExpression(outer) ? unwrap(outer.argument) : outer;
  if (t.isCallExpression(node) || t.isNewExpression(node)) return [node];
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  if (!binding || seen.has(binding)) return [];
  const values = valuesOf(file, binding) ?? [];
  const makers = values.map((given) => makersBehind(file, given, new Set([...seen, binding])));
  return makers.some((found) => found.length === 0) ? [] : makers.flat();
}

/** All that a variable is ever given; undefined when that can't be seen. */
function valuesOf(file: SyntaxFile, binding: Binding): readonly t.Node[] | undefined {
  if (binding.writes.length === 0) {
    const initial = initialValueOf(file, binding);
    return initial?.path.length === 0 ? [initial.init] : undefined;
  }
  const declarator = file.parentOf(binding.identifier);
  if (!t.isVariableDeclarator(declarator) || declarator.id !== binding.identifier) return undefined;
  const given = binding.writes.map((write) => assignedTo(file, write));
  if (!given.every((value) => value !== undefined)) return undefined;
  const values = declarator.init ? [declarator.init, ...given] : given;
  return values.filter((value) => !isNothing(file, value));
}

/** The new value of an assignment: `new Pool()` of `pool = pool || new Pool()` and `pool ??= new Pool()`. */
function assignedTo(file: SyntaxFile, write: t.Identifier): t.Expression | undefined {
  const assignment = file.parentOf(write);
  if (!t.isAssignmentExpression(assignment) || assignment.left !== write) return undefined;
  if (!['=', '??=', '||='].includes(assignment.operator)) return undefined;
  const value = unwrap(assignment.right);
  const keepsOld =
    t.isLogicalExpression(value) &&
    value.operator !== '&&' &&
    t.isIdentifier(value.left, { name: write.name });
  return keepsOld ? value.right : assignment.right;
}

function isNothing(file: SyntaxFile, value: t.Node): boolean {
  return t.isNullLiteral(value) || (t.isIdentifier(value) && file.isGlobal(value, 'undefined'));
}
