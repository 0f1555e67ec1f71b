import * as t from '@babel/types';
import type { ChangeSet } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { calledFunction, type FunctionInFile } from '../../src/flow/called-function.js';
import type { Answerers } from '../../src/flow/direct-style/answerer-call.js';
import { bindingOfFunction } from '../../src/flow/direct-style/completers.js';
import type { Binding } from '../../src/syntax/binding.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, TransformContext } from '../../src/transform.js';
import { type AnswerHelper, ownEdits, type Rewritten, rewriteCalls } from './answer-helper-edits.js';
import { answersOf } from './answers.js';
import { withoutUnusedImports } from './unused-imports.js';

/**
 * Functions that other files use as well, and that do no more with a handler's callback than give it an answer. They
 * return the answer instead, and whoever calls them gives it to the callback: `callback(null, ok(body))`. That is the
 * same for every caller, and what the handler does with its callback can be seen then.
 *
 * @param handlers of one or several files, that are to be converted
 */
export function findAnswerHelpers(
  context: TransformContext,
  handlers: readonly FunctionInFile[],
): readonly Finding[] {
  const helpers = new Map<t.Function, AnswerHelper>();
  for (const { file, fn } of handlers) {
    const { callback } = answersOf(file, fn);
    if (callback) collect(context, { file, callback, handler: fn }, helpers);
  }
  for (;;) {
    const answerers = new Map([...helpers].map(([fn, { index }]) => [fn, index] as const));
    const judged = [...helpers.values()].map((helper) => judge(context, helper, answerers));
    // A handler that still hands its callback to one of them would be half converted.
    const stuck = new Set(
      judged.flatMap(({ helper, verdict }) => (verdict === 'stuck' ? [...helper.handlers] : [])),
    );
    const rewritten = judged.flatMap(({ helper, verdict }) => {
      const isHalf = [...helper.handlers].some((handler) => stuck.has(handler));
      return typeof verdict === 'string' || isHalf ? [] : [{ ...verdict, helper }];
    });
    if (rewritten.length === helpers.size) return toFindings(rewritten);
    helpers.clear();
    for (const { helper } of rewritten) helpers.set(helper.fn, helper);
  }
}

interface Judged {
  readonly helper: AnswerHelper;
  /** `waits`: it does more than answer, but has the form of a function that can be awaited. */
  readonly verdict: Rewritten | 'waits' | 'stuck';
}

function judge(context: TransformContext, helper: AnswerHelper, answerers: Answerers): Judged {
  const own = ownEdits(context, helper, answerers);
  if (!own) return { helper, verdict: helper.index === helper.fn.params.length - 1 ? 'waits' : 'stuck' };
  return { helper, verdict: rewriteCalls(context, helper, own, answerers) ?? 'stuck' };
}

/** A callback and where it comes from. */
interface HandedOn {
  readonly file: SyntaxFile;
  readonly callback: Binding;
  readonly handler: t.Function;
}

/**
 * The functions that a handler's callback is handed to, and those that they hand it to. A function that only its own
 * file calls is converted together with the handlers there.
 */
function collect(
  context: TransformContext,
  { file, callback, handler }: HandedOn,
  helpers: Map<t.Function, AnswerHelper>,
  seen = new Set<t.Function>(),
): void {
  const isFromHelper = [...helpers.values()].some((other) => other.callback === callback);
  for (const receiver of receiversOf(context, file, callback)) {
    if (seen.has(receiver.fn)) continue;
    seen.add(receiver.fn);
    if (isFromHelper || isSeenOutside(receiver.file, receiver.fn)) {
      const helper = helpers.get(receiver.fn) ?? { ...receiver, handlers: new Set() };
      helper.handlers.add(handler);
      helpers.set(receiver.fn, helper);
    }
    collect(context, { ...receiver, handler }, helpers, seen);
  }
}

/** The plain functions that are called with a callback. */
function receiversOf(
  context: TransformContext,
  file: SyntaxFile,
  callback: Binding,
): readonly Omit<AnswerHelper, 'handlers'>[] {
  return callback.references.flatMap((use) => {
    const call = file.parentOf(use);
    if (!t.isCallExpression(call) || call.callee === use) return [];
    const index = call.arguments.indexOf(use);
    const called = calledFunction(context, file, call);
    const parameter = called?.fn.params[index];
    const received = t.isIdentifier(parameter) ? called?.file.bindingOf(parameter) : undefined;
    return called && received && isPlain(called) ? [{ ...called, index, callback: received }] : [];
  });
}

function isPlain({ file, fn }: FunctionInFile): boolean {
  return !fn.async && !fn.generator && !readsArguments(file, fn);
}

function readsArguments(file: SyntaxFile, fn: t.Function): boolean {
  return file.nodes('Identifier').some((node) => file.isGlobal(node, 'arguments') && file.contains(fn, node));
}

function isSeenOutside(file: SyntaxFile, fn: t.Function): boolean {
  const binding = bindingOfFunction(file, fn);
  if (!binding || t.isExportDeclaration(file.parentOf(fn))) return true;
  return binding.references.some((use) => {
    const call = file.parentOf(use);
    return !t.isCallExpression(call) || call.callee !== use;
  });
}

interface RewrittenHelper extends Rewritten {
  readonly helper: AnswerHelper;
}

function toFindings(rewritten: readonly RewrittenHelper[]): readonly Finding[] {
  return connected(rewritten).flatMap((together) => {
    const outcome = outcomeOf(together);
    return together.map(({ helper: { file, fn } }) => ({
      code: 'answer-helper',
      range: file.rangeOf(fn),
      data: { name: describeFunction(file, fn) },
      outcome,
    }));
  });
}

function outcomeOf(together: readonly RewrittenHelper[]): Finding['outcome'] {
  const changeSet: ChangeSet = { edits: mergedEdits(together) };
  const reason = together.map(({ doubt }) => doubt).find((doubt) => doubt);
  let outcome: Finding['outcome'] = reason
    ? { kind: 'unsafe', changeSet, reason }
    : { kind: 'safe', changeSet };
  for (const file of new Set(together.map(({ helper }) => helper.file))) {
    const own = together.flatMap(({ helper }) =>
      helper.file === file ? [helper.fn.params[helper.index]] : [],
    );
    const removed = own.filter((parameter) => parameter !== undefined);
    outcome = withoutUnusedImports(file, [{ removed, outcome }])[0]?.outcome ?? outcome;
  }
  return outcome;
}

/** Functions that call each other, or answer the same handler, change together. */
function connected(rewritten: readonly RewrittenHelper[]): readonly (readonly RewrittenHelper[])[] {
  let groups: RewrittenHelper[][] = [];
  for (const next of rewritten) {
    const isLinked = ({ users, helper }: RewrittenHelper): boolean =>
      users.includes(next.helper.fn) ||
      next.users.includes(helper.fn) ||
      [...helper.handlers].some((handler) => next.helper.handlers.has(handler));
    const linked = groups.filter((group) => group.some(isLinked));
    groups = [...groups.filter((group) => !linked.includes(group)), [...linked.flat(), next]];
  }
  return groups;
}

function mergedEdits(together: readonly Rewritten[]): Rewritten['edits'] {
  const merged = new Map<string, readonly TextEdit[]>();
  for (const { edits } of together)
    for (const [path, list] of edits) merged.set(path, [...(merged.get(path) ?? []), ...list]);
  return merged;
}
