import * as t from '@babel/types';
import { isContextMethod } from '../../src/flow/direct-style/context-answer.js';
import type { Binding } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';

/** The two names through which a handler can answer. */
export interface Answers {
  readonly callback: Binding | undefined;
  readonly context: Binding | undefined;
}

/** Lambda passes the event, the context and the callback, in this order. */
export function answersOf(file: SyntaxFile, fn: t.Function): Answers {
  return { callback: parameterBinding(file, fn, 2), context: parameterBinding(file, fn, 1) };
}

function parameterBinding(file: SyntaxFile, fn: t.Function, index: number): Binding | undefined {
  const parameter = fn.params[index];
  return t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
}

/** Is `context.succeed`, `context.fail` or `context.done` used? */
export function answersByContext(file: SyntaxFile, context: Binding | undefined): boolean {
  return (context?.references ?? []).some((use) => isContextMethod(file, use));
}
