import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { defineTransform } from '../../src/define-transform.js';
import { toDirectStyle } from '../../src/flow/direct-style/direct-style.js';
import { asyncKeyword, withoutParametersFrom } from '../../src/flow/direct-style/signature.js';
import { findChangedAnswer } from '../../src/flow/handler-answer.js';
import type { Handler } from '../../src/project/handler.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { type Answers, answersByContext, answersOf, isUsed } from './answers.js';
import { findWorkAfterAnswer, waitSwitches } from './work-after-answer.js';
import { isHarmlessWrapper } from './wrappers.js';

export default defineTransform({
  name: 'lambda-callback-to-async',
  summary: 'Turns handlers that answer through a callback or the context into ones that return and throw.',
  codes: {
    'callback-handler': '`{name}` answers through a callback, which Node.js 24 on Lambda no longer has',
    'unused-callback': '`{name}` takes a third parameter, which Node.js 24 on Lambda refuses',
  },
  appliesTo: (text) => /\bexport/.test(text) && /,[^,()]*,|\b(?:succeed|fail|done)\b/.test(text),
  find,
});

function find(context: TransformContext): readonly Finding[] {
  return context.files.flatMap((file) =>
    context.handlersIn(file).flatMap((handler) => findInHandler(context, file, handler) ?? []),
  );
}

function findInHandler(context: TransformContext, file: SyntaxFile, handler: Handler): Finding | undefined {
  const { fn } = handler;
  const answers = answersOf(file, fn);
  const takesThird = fn.params.length >= 3;
  if (!takesThird && !answersByContext(file, answers.context)) return undefined;
  const isCallbackHandler = isUsed(answers.callback) || answersByContext(file, answers.context);
  const finding = (outcome: Finding['outcome']): Finding => ({
    code: isCallbackHandler ? 'callback-handler' : 'unused-callback',
    range: file.rangeOf(fn.params[2] ?? fn.params[1] ?? fn),
    data: { name: handler.exportName },
    outcome,
  });
  const obstacle = parametersInTheWay(file, fn) ?? wrappersInTheWay(file, handler);
  if (obstacle) return finding({ kind: 'refusal', reason: obstacle });
  if (!isCallbackHandler && answersByPromise(context, file, fn)) {
    const changeSet = changeSetOf(file.path, withoutParametersFrom(file, fn, 2));
    return finding({ kind: 'safe', changeSet });
  }
  return finding(convert(context, file, fn, answers));
}

/** An async function, or one whose every way out returns a promise: it has no use for a callback. */
function answersByPromise(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  if (fn.async) return true;
  if (!t.isBlockStatement(fn.body)) return context.types.thenable(file.rangeOf(fn.body)).is === 'yes';
  const last = fn.body.body.at(-1);
  return t.isReturnStatement(last) && findChangedAnswer(context, file, fn) === undefined;
}

function convert(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  answers: Answers,
): Finding['outcome'] {
  const switches = waitSwitches(file, fn);
  const result = toDirectStyle(context, file, fn, answers, switches);
  if ('refusal' in result) return { kind: 'refusal', reason: result.refusal };
  const { direct } = result;
  const edits: TextEdit[] = [
    ...asyncKeyword(file, fn),
    ...withoutParametersFrom(file, fn, 2),
    ...direct.edits,
  ];
  const changeSet = changeSetOf(file.path, edits, direct.topLevel);
  const reason = direct.doubt ?? findWorkAfterAnswer(context, file, fn, direct);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}

/** Wrappers may tell handlers apart by their number of parameters, or pass a callback of their own. */
function wrappersInTheWay(file: SyntaxFile, { wrappers }: Handler): Reason | undefined {
  const unknown = wrappers.find((wrapper) => !isHarmlessWrapper(file, wrapper));
  if (!unknown) return undefined;
  return {
    code: 'callback-escapes',
    data: { name: 'handler', what: file.slice(unknown.callee) },
    places: [file.rangeOf(unknown)],
  };
}

function parametersInTheWay(file: SyntaxFile, fn: t.Function): Reason | undefined {
  const odd = fn.params.find((parameter, index) => index > 0 && !t.isIdentifier(parameter));
  if (odd)
    return {
      code: 'not-convertible',
      data: { what: 'the parameters are not plain names' },
      places: [file.rangeOf(odd)],
    };
  return undefined;
}
