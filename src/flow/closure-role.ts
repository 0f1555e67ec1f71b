import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName } from '../syntax/unwrap.js';

type Call = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

/** Who runs a function that stands inside another one, and when. */
export type ClosureRole =
  /** At once, and its value is the call's: `(async () => …)()`, a promise's `then`. */
  | { readonly kind: 'called'; readonly call: Call }
  /** At once, for each element. */
  | { readonly kind: 'each'; readonly call: Call; readonly method: string }
  /** At once; what it starts is over when the promise settles. */
  | { readonly kind: 'executor'; readonly promise: t.NewExpression }
  /** Whoever calls it by its name. */
  | { readonly kind: 'named'; readonly binding: Binding }
  /** The callee decides. */
  | { readonly kind: 'argument'; readonly call: Call }
  | { readonly kind: 'other' };

const EACH_METHODS = new Set([
  'map',
  'flatMap',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'some',
  'every',
  'reduce',
  'reduceRight',
  'sort',
]);

function isCall(node: t.Node | undefined): node is Call {
  return t.isCallExpression(node) || t.isOptionalCallExpression(node) || t.isNewExpression(node);
}

export function closureRoleOf(file: SyntaxFile, closure: t.Function): ClosureRole {
  const parent = file.parentOf(closure);
  if (t.isFunctionDeclaration(closure)) {
    const binding = closure.id ? file.bindingOf(closure.id) : undefined;
    return binding ? { kind: 'named', binding } : { kind: 'other' };
  }
  if (t.isVariableDeclarator(parent) && t.isIdentifier(parent.id)) {
    const binding = file.bindingOf(parent.id);
    return binding ? { kind: 'named', binding } : { kind: 'other' };
  }
  if (!isCall(parent)) return { kind: 'other' };
  const { callee } = parent;
  if (callee === closure) return { kind: 'called', call: parent };
  if (t.isNewExpression(parent))
    return file.isGlobal(callee, 'Promise')
      ? { kind: 'executor', promise: parent }
      : { kind: 'argument', call: parent };
  const method =
    t.isMemberExpression(callee) || t.isOptionalMemberExpression(callee) ? memberName(callee) : undefined;
  if (method !== undefined && ['then', 'catch', 'finally'].includes(method))
    return { kind: 'called', call: parent };
  if (method !== undefined && EACH_METHODS.has(method) && parent.arguments[0] === closure)
    return { kind: 'each', call: parent, method };
  return { kind: 'argument', call: parent };
}
