import * as t from '@babel/types';
import { calledFunction } from '../../src/flow/called-function.js';
import { isContextMethod } from '../../src/flow/direct-style/context-answer.js';
import { isThenable } from '../../src/flow/is-thenable.js';
import { promiseUse } from '../../src/flow/promise-use.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import { answersOf } from './answers.js';

/** Array methods that have called their callback when they return. */
const CALLS_AT_ONCE = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'reduce']);

/**
 * Where a handler that returns a promise answers by its callback from code that this promise doesn't wait for. Lambda
 * has taken the promise's value for the answer by then, and the callback does nothing.
 *
 * @returns undefined when every answer comes in time, or the handler returns no promise
 */
export function findLateAnswer(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
): Reason | undefined {
  if (!returnsPromise(context, file, fn)) return undefined;
  const search = new AnswerSearch(context, file, fn);
  const late = answersIn(file, fn).filter((answer) => !search.isInTime(answer));
  if (late.length === 0) return undefined;
  const what = 'today the promise of the handler settles before its callback is called';
  return { code: 'answer-changes', data: { what }, places: late.map((node) => file.rangeOf(node)) };
}

function returnsPromise(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  if (fn.async) return true;
  if (!t.isBlockStatement(fn.body)) return isThenable(context, file, fn.body) === 'yes';
  return file
    .nodes('ReturnStatement')
    .some(
      (statement) =>
        file.contains(fn, statement) &&
        file.enclosingFunction(statement) === fn &&
        statement.argument &&
        isThenable(context, file, statement.argument) === 'yes',
    );
}

/** The names of the callback, and `context.succeed` and its like. */
function answersIn(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
  const { callback, context } = answersOf(file, fn);
  const members = (context?.references ?? []).flatMap((reference) => {
    const member = file.parentOf(reference);
    return t.isMemberExpression(member) && isContextMethod(file, reference) ? [member] : [];
  });
  return [...(callback?.references ?? []), ...members];
}

class AnswerSearch {
  readonly #seen = new Set<t.Node>();

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    readonly fn: t.Function,
  ) {}

  isInTime(answer: t.Expression): boolean {
    const call = this.file.parentOf(answer);
    if (!t.isCallExpression(call) || call.callee === answer) return this.#runsInTime(answer);
    return this.#isWaitedFor(call) || this.#isCalledAtOnce(call, answer);
  }

  /** Is the node evaluated before the promise of the handler settles? */
  #runsInTime(node: t.Node): boolean {
    const { file, fn } = this;
    const owner = file.enclosingFunction(node);
    if (!owner || owner === fn || this.#seen.has(owner)) return true;
    this.#seen.add(owner);
    const name = nameOf(file, owner);
    if (name) return (file.bindingOf(name)?.references ?? []).every((use) => this.isInTime(use));
    const call = file.parentOf(owner);
    if (t.isCallExpression(call) && isCalledAtOnce(call, owner)) return this.#runsInTime(call);
    return t.isCallExpression(call) || t.isNewExpression(call) ? this.#isWaitedFor(call) : true;
  }

  /** The promise of the call, or one that is made around it. */
  #isWaitedFor(call: t.CallExpression | t.NewExpression): boolean {
    const { file, fn } = this;
    if (promiseUse(file, fn, call) === 'awaited') return this.#runsInTime(call);
    for (const ancestor of file.ancestors(call)) {
      if (ancestor === fn) return false;
      if (t.isNewExpression(ancestor) && file.isGlobal(ancestor.callee, 'Promise'))
        return promiseUse(file, fn, ancestor) === 'awaited' && this.#runsInTime(ancestor);
    }
    return false;
  }

  /** `ok(callback, body)`: a function of the project that does no more than call it. */
  #isCalledAtOnce(call: t.CallExpression, answer: t.Expression): boolean {
    const called = calledFunction(this.context, this.file, call);
    const parameter = called?.fn.params[call.arguments.findIndex((argument) => argument === answer)];
    if (!called || !t.isIdentifier(parameter)) return false;
    const uses = called.file.bindingOf(parameter)?.references ?? [];
    const isAtOnce = uses.every((use) => called.file.enclosingFunction(use) === called.fn);
    return isAtOnce && !called.fn.async && this.#runsInTime(call);
  }
}

function isCalledAtOnce(call: t.CallExpression, fn: t.Function): boolean {
  if (fn.async) return false;
  if (call.callee === fn) return true;
  return t.isMemberExpression(call.callee) && CALLS_AT_ONCE.has(memberName(call.callee) ?? '');
}

function nameOf(file: SyntaxFile, fn: t.Function): t.Identifier | undefined {
  if (t.isFunctionDeclaration(fn)) return fn.id ?? undefined;
  const declarator = file.parentOf(fn);
  return t.isVariableDeclarator(declarator) && t.isIdentifier(declarator.id) ? declarator.id : undefined;
}
