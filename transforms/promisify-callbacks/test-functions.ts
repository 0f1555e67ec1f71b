import * as t from '@babel/types';
import { isTestCallback } from '../../src/flow/function-position.js';
import type { Binding } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';

/** The first majors whose tests may return a promise; an uncaught exception fails the running test in all of them. */
const RUNNERS: Readonly<Record<string, number>> = { mocha: 2, jest: 20 };

/** Does the project's test runner wait for what a test returns? */
export function hasPromiseRunner(context: TransformContext, file: SyntaxFile): boolean {
  return Object.entries(RUNNERS).some(([name, first]) => {
    const major = context.packages.majorOf(file.path, name);
    return major !== undefined && major >= first;
  });
}

/**
 * The callback of a test or hook: `it('works', function (done) { … })`; undefined for any other function. Exceptions in
 * the callbacks of a test fail it, as uncaught ones; those of an async test do so as its rejection.
 */
export function doneParameter(file: SyntaxFile, fn: t.Function): Binding | undefined {
  const call = file.parentOf(fn);
  const [done, ...more] = fn.params;
  if (!t.isCallExpression(call) || call.arguments.at(-1) !== fn || !isTestCallback(file, call.callee))
    return undefined;
  const binding = t.isIdentifier(done) && more.length === 0 ? file.bindingOf(done) : undefined;
  return binding && !fn.async && !fn.generator ? binding : undefined;
}
