import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/** Where a piece of code stands, as far as `await` is concerned. */
export type AwaitContext =
  /** In the body of an async function: `await` is legal. */
  | { readonly kind: 'async'; readonly fn: t.Function }
  /** In the body of a function that would have to become async. */
  | { readonly kind: 'sync'; readonly fn: t.Function }
  /** At the top level of the file. */
  | { readonly kind: 'top-level' }
  /** Where `await` can never stand; `place` says so in words: `a constructor`. */
  | { readonly kind: 'never'; readonly place: string; readonly node: t.Node };

/** Is `await` a name in this file? Inside an async function it can't be one. */
export function isAwaitAName(file: SyntaxFile): boolean {
  return file.hasName('await') && file.nodes('Identifier').some(({ name }) => name === 'await');
}

function placeThatForbidsAwait(fn: t.Function): string | undefined {
  if (fn.generator && !fn.async) return 'a generator';
  if (!t.isClassMethod(fn) && !t.isClassPrivateMethod(fn) && !t.isObjectMethod(fn)) return undefined;
  if (fn.kind === 'constructor') return 'a constructor';
  return fn.kind === 'get' || fn.kind === 'set' ? 'an accessor' : undefined;
}

function contextInFunction(fn: t.Function, child: t.Node): AwaitContext | undefined {
  if (child === fn.body) {
    const place = placeThatForbidsAwait(fn);
    if (place) return { kind: 'never', place, node: fn };
    return { kind: fn.async ? 'async' : 'sync', fn };
  }
  const isParameter = fn.params.some((parameter) => parameter === child);
  return isParameter ? { kind: 'never', place: 'a parameter', node: child } : undefined;
}

/** Computed names and decorators of a member are evaluated outside it, so they have the context around it. */
export function awaitContextOf(file: SyntaxFile, node: t.Node): AwaitContext {
  let child = node;
  for (const ancestor of file.ancestors(node)) {
    if (t.isFunction(ancestor)) {
      const context = contextInFunction(ancestor, child);
      if (context) return context;
    } else if (t.isStaticBlock(ancestor)) {
      return { kind: 'never', place: 'a static block', node: ancestor };
    } else if (t.isTSModuleBlock(ancestor)) {
      return { kind: 'never', place: 'a namespace', node: ancestor };
    } else if (isFieldOf(ancestor) && ancestor.value === child) {
      return { kind: 'never', place: 'a field', node: ancestor };
    }
    child = ancestor;
  }
  return { kind: 'top-level' };
}

function isFieldOf(node: t.Node): node is t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty {
  return t.isClassProperty(node) || t.isClassPrivateProperty(node) || t.isClassAccessorProperty(node);
}
