import * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import { defineTransform } from '../../src/define-transform.js';
import { wrapperOf } from '../../src/flow/coroutine.js';
import { findChangedAnswer } from '../../src/flow/handler-answer.js';
import type { Handler } from '../../src/project/handler.js';
import { isUsed } from '../../src/syntax/binding.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { findAnswerHelpers } from './answer-helpers.js';
import { answersByContext, answersOf } from './answers.js';
import { type ConvertedHandler, convertHandlers } from './convert-handlers.js';
import { findOtherCallers } from './other-callers.js';
import { callbackEdits } from './signature.js';
import { type JudgedHandler, withoutUnusedImports } from './unused-imports.js';
import { isHarmlessWrapper } from './wrappers.js';

export default defineTransform({
  name: 'lambda-callback-to-async',
  summary: 'Turns handlers that answer through a callback or the context into ones that return and throw.',
  codes: {
    'callback-handler': '`{name}` answers through a callback, which Node.js 24 on Lambda no longer has',
    'answer-helper': '{name} answers through a callback that it is given, in another file',
    'unused-callback': '`{name}` takes a third parameter, which Node.js 24 on Lambda refuses',
  },
  appliesTo: (text) => /\bexport/.test(text) && /,[^,()]*,|\b(?:succeed|fail|done)\b/.test(text),
  find,
});

/** A handler that answers through a callback or the context, or only takes a third parameter. */
interface Candidate extends Handler {
  /** Why it must stay as it is. */
  readonly obstacle: Reason | undefined;
  /** Is it to be converted, and not only to lose a parameter that it doesn't use? */
  readonly isConverted: boolean;
}

function find(context: TransformContext): readonly Finding[] {
  const byFile = context.files.map((file) => ({ file, candidates: candidatesIn(context, file) }));
  const converted = byFile.flatMap(({ file, candidates }) =>
    candidates.filter(({ isConverted }) => isConverted).map(({ fn }) => ({ file, fn })),
  );
  // The handlers read better once the helpers return their answers.
  return [
    ...findAnswerHelpers(context, converted),
    ...byFile.flatMap(({ file, candidates }) => findInFile(context, file, candidates)),
  ];
}

function candidatesIn(context: TransformContext, file: SyntaxFile): readonly Candidate[] {
  return context
    .handlersIn(file)
    .filter(({ fn }) => takesOrAnswersByCallback(file, fn))
    .map((handler) => {
      const { fn } = handler;
      const obstacle = obstacleTo(context, file, handler);
      const onlyLosesParameter = !answersByCallback(file, fn) && answersByPromise(context, file, fn);
      return { ...handler, obstacle, isConverted: obstacle === undefined && !onlyLosesParameter };
    });
}

function findInFile(
  context: TransformContext,
  file: SyntaxFile,
  candidates: readonly Candidate[],
): readonly Finding[] {
  const toConvert = candidates.filter(({ isConverted }) => isConverted);
  const outcomes = convertHandlers(
    context,
    file,
    toConvert.map(({ fn }) => fn),
  );
  const judged = candidates.map((candidate): Candidate & JudgedHandler => {
    const { fn, obstacle } = candidate;
    const { outcome, removed }: ConvertedHandler = obstacle
      ? { outcome: { kind: 'refusal', reason: obstacle }, removed: [] }
      : (outcomes.get(fn) ?? withoutParameter(file, fn));
    return { ...candidate, outcome, removed: [...fn.params.slice(2), ...removed] };
  });
  return withoutUnusedImports(file, judged).map(({ fn, exportName, outcome }) => {
    return {
      code: answersByCallback(file, fn) ? 'callback-handler' : 'unused-callback',
      range: file.rangeOf(fn.params[2] ?? fn.params[1] ?? fn),
      data: { name: exportName },
      outcome,
    };
  });
}

function withoutParameter(file: SyntaxFile, fn: t.Function): ConvertedHandler {
  return {
    outcome: { kind: 'safe', changeSet: changeSetOf(file.path, callbackEdits(file, fn)) },
    removed: [],
  };
}

function takesOrAnswersByCallback(file: SyntaxFile, fn: t.Function): boolean {
  return fn.params.length >= 3 || answersByContext(file, answersOf(file, fn).context);
}

function answersByCallback(file: SyntaxFile, fn: t.Function): boolean {
  const { callback, context } = answersOf(file, fn);
  return isUsed(callback) || answersByContext(file, context);
}

function obstacleTo(context: TransformContext, file: SyntaxFile, handler: Handler): Reason | undefined {
  const { fn } = handler;
  return (
    parametersInTheWay(file, fn) ??
    wrappersInTheWay(file, handler) ??
    (answersByCallback(file, fn) ? findOtherCallers(context, file, handler) : undefined)
  );
}

/** An async function, or one whose every way out returns a promise: it has no use for a callback. */
function answersByPromise(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  if (fn.async) return true;
  if (!t.isBlockStatement(fn.body)) return context.types.thenable(file.rangeOf(fn.body)).is === 'yes';
  const last = fn.body.body.at(-1);
  return t.isReturnStatement(last) && findChangedAnswer(context, file, fn) === undefined;
}

/** Wrappers may tell handlers apart by their number of parameters, or pass a callback of their own. */
function wrappersInTheWay(file: SyntaxFile, { fn, wrappers }: Handler): Reason | undefined {
  const coroutine = wrapperOf(file, fn);
  const unknown = wrappers.find((wrapper) => wrapper !== coroutine && !isHarmlessWrapper(file, wrapper));
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
  const used = fn.params
    .slice(3)
    .find((parameter) => isUsed(t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined));
  if (used)
    return {
      code: 'not-convertible',
      data: { what: 'it is given more than Lambda gives a handler' },
      places: [file.rangeOf(used)],
    };
  return undefined;
}
