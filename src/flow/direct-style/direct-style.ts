import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import type { TextEdit } from '../../edit/text-edit.js';
import type { TopLevelRequest } from '../../edit/change-set.js';
import type { CompletionNames } from './completion.js';
import { Conversion } from './conversion.js';
import { effectOf } from './effects.js';
import { endsAlways } from './endings.js';
import { deeper, endOfTextBefore, moveLines, removeStatement } from './layout.js';
import type { Place } from './place.js';
import { convertList, convertStep } from './statements.js';
import { stepOfBody } from './step.js';

/** A function in direct style, as edits of its body. */
export interface DirectStyle {
  readonly edits: readonly TextEdit[];
  readonly topLevel: readonly TopLevelRequest[];
  /** Calls that were given a callback and are awaited now. */
  readonly awaited: readonly t.Node[];
  /** Does every way through the function end in a completion, or by `return` or `throw`? */
  readonly endsAlways: boolean;
  /** Why a person must look at the result, if so. */
  readonly doubt: Reason | undefined;
}

export type DirectStyleResult = { readonly direct: DirectStyle } | { readonly refusal: Reason };

/** Is the arrow's expression body a plain completion that stays an expression? */
function convertExpressionBody(c: Conversion, arrow: t.ArrowFunctionExpression, body: t.Expression): boolean {
  const completion = c.completions.completionOf(body);
  const isSuccess =
    completion && !completion.alwaysFails && (!completion.error || t.isNullLiteral(completion.error));
  if (!isSuccess || !completion.result) return false;
  const dropped = completion.call.arguments.filter((argument) => argument !== completion.result);
  if (dropped.some((argument) => effectOf(c.file, argument) !== 'none')) return false;
  if (c.file.commentsIn(startOf(body), startOf(completion.result)).length > 0) return false;
  if (c.context.types.thenable(c.file.rangeOf(completion.result)).is === 'yes') return false;
  const isObject = t.isObjectExpression(completion.result);
  const { start, end } = stepOfBody(arrow, body);
  c.understand(completion.identifier);
  c.replace(start, startOf(completion.result), isObject ? '(' : '');
  c.replace(endOf(completion.result), end, isObject ? ')' : '');
  return true;
}

function convertBody(c: Conversion, fn: t.Function): void {
  const { file } = c;
  const indent = file.indentAt(startOf(fn.body));
  const base = {
    rest: [],
    shift: 0,
    isCaught: false,
    returned: fn.async === true ? 'answer' : 'promise-is-answer',
  } as const;
  if (t.isBlockStatement(fn.body)) {
    const [first] = fn.body.body;
    const isOnOwnLine = first && file.indentAt(startOf(first)) !== indent;
    const inner = isOnOwnLine ? file.indentAt(startOf(first)) : deeper(c, indent);
    const place: Place = { ...base, indent: inner, scope: fn, isFunctionEnd: true };
    convertList(c, fn.body.body, place);
    return;
  }
  if (!t.isArrowFunctionExpression(fn) || convertExpressionBody(c, fn, fn.body)) return;
  const { lineEnd } = file.style;
  const inner = deeper(c, indent);
  const step = stepOfBody(fn, fn.body);
  const arrow = endOfTextBefore(file, step.start);
  const hasComment = !file.text.slice(0, arrow).endsWith('=>');
  c.replace(hasComment ? step.start : arrow, step.start, `${hasComment ? '' : ' '}{${lineEnd}${inner}`);
  const place: Place = { ...base, indent: inner, scope: fn, isFunctionEnd: true };
  convertStep(c, step, moveLines(c, step.start, step.end, file.indentAt(step.start), place), []);
  c.edits.insert(step.end, `${lineEnd}${indent}}`);
}

/**
 * Writes a function that finishes by calling a completion as one that returns and throws. The function must become
 * async, and lose the callback parameter: these edits are the caller's.
 *
 * @param names what finishes the function
 * @param dead expressions that mean nothing in an async function: their statements go
 * @returns the edits of the body, or the first reason against it
 */
export function toDirectStyle(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  names: CompletionNames,
  dead: readonly t.Node[] = [],
): DirectStyleResult {
  const c = new Conversion(context, file, fn, names);
  if (fn.generator) c.refuse('not-convertible', 'a generator function', fn);
  convertBody(c, fn);
  if (names.call && !c.awaited.includes(names.call))
    c.refuse('not-convertible', 'the call is no statement of its own', names.call);
  for (const expression of dead) {
    const statement = file.enclosingStatement(expression);
    if (statement) removeStatement(c, statement);
  }
  const { refusal } = c;
  if (refusal) return { refusal };
  c.writeRenames();
  return {
    direct: {
      edits: c.edits.toEdits(),
      topLevel: c.topLevel,
      awaited: c.awaited,
      endsAlways: !t.isBlockStatement(fn.body) || endsAlways(c, fn.body.body, 'result'),
      doubt: c.firstDoubt,
    },
  };
}
