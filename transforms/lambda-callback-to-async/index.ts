import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { toDirectStyle } from '../../src/flow/direct-style/direct-style.js';
import { asyncKeyword, withoutParametersFrom } from '../../src/flow/direct-style/signature.js';
import type { Handler } from '../../src/project/handler.js';
import type { Binding } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext, TransformSpec } from '../../src/transform.js';

export const lambdaCallbackToAsync: TransformSpec = {
  name: 'lambda-callback-to-async',
  summary: 'handlers that answer by a callback or by context.succeed/fail/done return and throw instead',
  codes: {
    'callback-handler': '`{name}` answers through a callback, which Node.js 24 on Lambda no longer has',
    'unused-callback': '`{name}` takes a third parameter, which Node.js 24 on Lambda refuses',
  },
  appliesTo: (text) => /\b(?:callback|cb|done|next|succeed|fail)\b|\([^()]*,[^()]*,[^()]*\)/i.test(text),
  find: (context) =>
    context.files.flatMap((file) =>
      context.handlersIn(file).flatMap((handler) => findInHandler(context, file, handler) ?? []),
    ),
};

/** The two names through which a handler can answer. */
interface Answers {
  readonly callback: Binding | undefined;
  readonly context: Binding | undefined;
}

function parameterBinding(file: SyntaxFile, fn: t.Function, index: number): Binding | undefined {
  const parameter = fn.params[index];
  return t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
}

function findInHandler(context: TransformContext, file: SyntaxFile, handler: Handler): Finding | undefined {
  const { fn } = handler;
  const answers: Answers = {
    callback: parameterBinding(file, fn, 2),
    context: parameterBinding(file, fn, 1),
  };
  const usesCallback = isUsed(answers.callback);
  if (fn.params.length < 3 && !answersByContext(file, answers.context)) return undefined;
  const finding = (outcome: Finding['outcome']): Finding => ({
    code: usesCallback || fn.params.length < 3 ? 'callback-handler' : 'unused-callback',
    range: file.rangeOf(fn.params[2] ?? fn.params[1] ?? fn),
    data: { name: handler.exportName },
    outcome,
  });
  const refuse = (reason: Reason): Finding => finding({ kind: 'refusal', reason });
  const unreadable = parametersInTheWay(file, fn);
  if (unreadable) return refuse(unreadable);
  const result = toDirectStyle(context, file, fn, answers);
  if ('refusal' in result) return refuse(result.refusal);
  const { direct } = result;
  const edits: TextEdit[] = [
    ...asyncKeyword(file, fn),
    ...withoutParametersFrom(file, fn, 2),
    ...direct.edits,
  ];
  const changeSet = changeSetOf(file.path, edits, direct.topLevel);
  return finding(
    direct.doubt ? { kind: 'unsafe', changeSet, reason: direct.doubt } : { kind: 'safe', changeSet },
  );
}

function isUsed(binding: Binding | undefined): boolean {
  return binding !== undefined && (binding.references.length > 0 || binding.writes.length > 0);
}

function answersByContext(file: SyntaxFile, context: Binding | undefined): boolean {
  return (context?.references ?? []).some((identifier) => {
    const member = file.parentOf(identifier);
    return (
      t.isMemberExpression(member) &&
      member.object === identifier &&
      t.isIdentifier(member.property) &&
      ['succeed', 'fail', 'done'].includes(member.property.name)
    );
  });
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
