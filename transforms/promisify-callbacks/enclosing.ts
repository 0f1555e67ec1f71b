import * as t from '@babel/types';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { CallbackCall } from './callback-calls.js';

/** The function that a callback call belongs to, when the callbacks around it are written in direct style. */
export interface Enclosing {
  /** Undefined at the top of the file. */
  readonly fn: t.Function | undefined;
  /** The callback call in whose callback this one stands. */
  readonly outer: CallbackCall | undefined;
}

/** Looks outwards through callbacks of other callback calls to the first function that is no such callback. */
export function enclosingOf(
  file: SyntaxFile,
  { call }: CallbackCall,
  all: readonly CallbackCall[],
): Enclosing {
  let outer: CallbackCall | undefined;
  let fn = file.enclosingFunction(call);
  for (let around = callOf(fn, all); fn && around; around = callOf(fn, all)) {
    outer ??= around;
    fn = file.enclosingFunction(around.call);
  }
  return { fn, outer };
}

function callOf(fn: t.Function | undefined, all: readonly CallbackCall[]): CallbackCall | undefined {
  return fn && all.find(({ callback }) => callback === fn);
}

/** The function that a node belongs to, when the callbacks around it are written in direct style. */
export function enclosingFunctionOf(
  file: SyntaxFile,
  node: t.Node,
  all: readonly CallbackCall[],
): t.Function | undefined {
  let fn = file.enclosingFunction(node);
  for (let around = callOf(fn, all); fn && around; around = callOf(fn, all))
    fn = file.enclosingFunction(around.call);
  return fn;
}
