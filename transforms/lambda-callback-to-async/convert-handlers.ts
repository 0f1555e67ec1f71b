import type * as t from '@babel/types';
import { changeSetOf } from '../../src/edit/change-set.js';
import {
  convertTogether,
  type DirectStyle,
  type DirectStyleResult,
} from '../../src/flow/direct-style/direct-style.js';
import { moduleMemberOf } from '../../src/flow/module-member.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { answersOf } from './answers.js';
import { findLateAnswer } from './late-answer.js';
import { signatureEdits } from './signature.js';
import { deadSwitches, findWorkAfterAnswer } from './work-after-answer.js';
import { wrapHandler } from './wrap.js';

type Outcome = Finding['outcome'];

/** What becomes of a handler, and the names of `co` that go with it. */
export interface ConvertedHandler {
  readonly outcome: Outcome;
  readonly removed: readonly t.Node[];
}

/**
 * Converts handlers of a file, each by itself; those that share a function which has to change go together.
 *
 * @returns the outcome for each function
 */
export function convertHandlers(
  context: TransformContext,
  file: SyntaxFile,
  handlers: readonly t.Function[],
): ReadonlyMap<t.Function, ConvertedHandler> {
  const alone = new Map(handlers.map((fn) => [fn, toDirectStyles(context, file, [fn])]));
  const sharing = handlers.filter((fn) => isShared(alone.get(fn)));
  const together = sharing.length > 1 ? toDirectStyles(context, file, sharing) : undefined;
  const outcomes = new Map<t.Function, ConvertedHandler>();
  const shared =
    together && !('refusal' in together) ? convertedTo(context, file, sharing, together) : undefined;
  for (const [fn, result] of alone)
    outcomes.set(fn, shared && sharing.includes(fn) ? shared : convertedTo(context, file, [fn], result));
  return outcomes;
}

function convertedTo(
  context: TransformContext,
  file: SyntaxFile,
  handlers: readonly t.Function[],
  result: DirectStyleResult,
): ConvertedHandler {
  const dropped = 'direct' in result ? result.direct.dropped : [];
  // Other modules may do something when they are loaded.
  const removed = dropped.filter((node) => moduleMemberOf(file, node)?.module === 'co');
  return { outcome: outcomeOf(context, file, handlers, result), removed };
}

function toDirectStyles(
  context: TransformContext,
  file: SyntaxFile,
  handlers: readonly t.Function[],
): DirectStyleResult {
  const roots = handlers.map((fn) => ({
    fn,
    names: answersOf(file, fn),
    dead: deadSwitches(file, fn),
  }));
  return convertTogether(context, file, roots, { settlesCalls: true });
}

function isShared(result: DirectStyleResult | undefined): boolean {
  return result !== undefined && 'refusal' in result && result.isShared;
}

function outcomeOf(
  context: TransformContext,
  file: SyntaxFile,
  handlers: readonly t.Function[],
  result: DirectStyleResult,
): Outcome {
  if ('refusal' in result) return withoutDirectForm(context, file, handlers, result.refusal);
  const { direct } = result;
  const edits = [...handlers.flatMap((fn) => signatureEdits(file, fn)), ...direct.edits];
  const changeSet = {
    ...changeSetOf(file.path, edits, direct.topLevel),
    droppedStrings: new Map([[file.path, droppedStrings(file, direct)]]),
  };
  const reason = direct.doubt ?? doubtAbout(context, file, handlers, direct);
  return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
}

function withoutDirectForm(
  context: TransformContext,
  file: SyntaxFile,
  [fn]: readonly t.Function[],
  reason: Reason,
): Outcome {
  return fn && context.options.fallback === 'wrap'
    ? wrapHandler(context, file, fn, reason)
    : { kind: 'refusal', reason };
}

function doubtAbout(
  context: TransformContext,
  file: SyntaxFile,
  handlers: readonly t.Function[],
  direct: DirectStyle,
): Reason | undefined {
  for (const fn of handlers) {
    const reason = findLateAnswer(context, file, fn) ?? findWorkAfterAnswer(context, file, fn, direct);
    if (reason) return reason;
  }
  return undefined;
}

/** The contents of strings in code that goes. */
function droppedStrings(file: SyntaxFile, { dropped }: DirectStyle): readonly string[] {
  const isDropped = (node: t.Node): boolean => dropped.some((outer) => file.contains(outer, node));
  const strings = file.nodes('StringLiteral').filter(isDropped);
  const templates = file.nodes('TemplateElement').filter(isDropped);
  return [...strings.map(({ value }) => value), ...templates.map((node) => file.slice(node))];
}
