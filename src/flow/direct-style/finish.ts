import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Completion } from './completion.js';
import type { Conversion } from './conversion.js';
import { isDroppable } from './dropped-argument.js';
import { effectOf, effectOfNext, isHarmless } from './effects.js';
import { commentLines, endsLine, levelsOf, removeStatement, startsLine } from './layout.js';
import { isUndefined, nullishnessOf } from './nullish.js';
import { onOwnLines } from './own-lines.js';
import type { Next, Place } from './place.js';
import type { Step } from './step.js';

/** What `context.fail` reports when it is given no error. */
const FAILED_WITHOUT_ERROR = 'handled';

/** How a completion is written in direct style. */
export type Ending =
  | { readonly kind: 'return'; readonly value: t.Expression | undefined }
  | { readonly kind: 'throw'; readonly value: t.Expression | undefined }
  /** It depends on the error's value. */
  | { readonly kind: 'either'; readonly error: t.Expression; readonly result: t.Expression | undefined };

export function endingOf(c: Conversion, completion: Completion): Ending {
  const { error, alwaysFails } = completion;
  const result = completion.result && isUndefined(c.file, completion.result) ? undefined : completion.result;
  const nullishness = error && !c.absentErrors.has(error) ? nullishnessOf(c.file, error) : 'always';
  if (alwaysFails) return { kind: 'throw', value: nullishness === 'always' ? undefined : error };
  if (nullishness === 'always') return { kind: 'return', value: result };
  if (nullishness === 'never' || !error) return { kind: 'throw', value: error };
  return { kind: 'either', error, result };
}

/** Completions are final: what the function does after one can't change its answer, but it may be seen otherwise. */
function checkWhatFollows(c: Conversion, step: Step, ending: Ending, next: Next): void {
  const effect = effectOfNext(c.file, c.completions, next);
  if (effect === 'none' || (effect !== 'any' && ending.kind === 'throw')) return;
  const what = 'code after the callback call still runs today';
  if (effect === 'any' || effect === 'log') c.doubt('order-changes', what, step.node);
  else c.doubt('answer-changes', what, step.node);
}

/** Arguments that are dropped must not have done anything. */
function checkDropped(c: Conversion, completion: Completion, kept: readonly (t.Node | undefined)[]): void {
  const dropped = completion.call.arguments.filter((argument) => !kept.includes(argument));
  c.droppedArguments.push(...dropped);
  for (const argument of dropped) {
    const effect = effectOf(c.file, argument);
    const what = 'an argument that is not used would not be evaluated';
    if (effect === 'any') c.refuse('not-convertible', what, argument);
    else if (!isDroppable(c.file, argument, completion.error)) c.doubt('answer-changes', what, argument);
  }
}

function checkThenable(c: Conversion, value: t.Expression | undefined): void {
  if (value && c.context.types.thenable(c.file.rangeOf(value)).is === 'yes')
    c.refuse('answer-changes', 'a promise given to the callback is answered as {} today', value);
}

/** A statement keeps its own semicolon, or its lack of one. */
function semicolonOf(c: Conversion, step: Step): string {
  if (step.node === step.expression) return c.file.style.semicolon;
  if (c.file.text[step.end - 1] === ';') return ';';
  const isInLine = /^[ \t]*\}/.test(c.file.text.slice(step.end));
  return isInLine ? c.file.style.semicolon : '';
}

/** Writes `return value;` or `throw value;` over a step; the value's own text stays. */
function writeJump(
  c: Conversion,
  step: Step,
  keyword: string,
  value: t.Expression | undefined,
  place: Place,
  fallback = '',
): void {
  const { file } = c;
  const semicolon = semicolonOf(c, step);
  if (!value) {
    const comments = commentLines(c, step.start, step.end, place.indent).trimStart();
    c.replace(
      step.start,
      step.end,
      `${comments}${comments && place.indent}${keyword}${fallback && ` ${fallback}`}${semicolon}`,
    );
    return;
  }
  const [from, to] = [startOf(value), endOf(value)];
  const comments = `${commentLines(c, step.start, from, place.indent)}${commentLines(c, to, step.end, place.indent)}`;
  c.replace(step.start, from, `${comments.trimStart()}${comments && place.indent}${keyword} `);
  const present = file.indentAt(from);
  if (startsLine(file, from))
    c.edits.reindent(from, to, levelsOf(c.indent, file.indentAt(step.start)) - levelsOf(c.indent, present));
  c.replace(to, step.end, semicolon);
}

function writeThrow(c: Conversion, step: Step, value: t.Expression | undefined, place: Place): void {
  const { quote } = c.file.style;
  const fallback = `${quote}${FAILED_WITHOUT_ERROR}${quote}`;
  if (!place.isCaught) {
    writeJump(c, step, 'throw', value, place, fallback);
    return;
  }
  // A throw would land in the catch clause around it; a returned rejection doesn't.
  if (!value) {
    c.replace(step.start, step.end, `return Promise.reject(${fallback})${semicolonOf(c, step)}`);
    return;
  }
  c.replace(step.start, startOf(value), 'return Promise.reject(');
  c.replace(endOf(value), step.end, `)${semicolonOf(c, step)}`);
}

function writeEither(c: Conversion, step: Step, ending: Ending & { kind: 'either' }, place: Place): void {
  const { file } = c;
  const { lineEnd } = file.style;
  const semicolon = semicolonOf(c, step);
  if (!t.isIdentifier(unwrap(ending.error))) {
    c.refuse(
      'not-convertible',
      'whether the callback is given an error is only known at run time',
      ending.error,
    );
    return;
  }
  const error = c.textOf(ending.error);
  const reject = place.isCaught ? `return Promise.reject(${error})` : `throw ${error}`;
  const guard = `if (${error} !== undefined && ${error} !== null) ${reject}${semicolon}`;
  if (!ending.result) {
    const last = place.isFunctionEnd && step.isInList ? '' : `${lineEnd}${place.indent}return${semicolon}`;
    c.replace(step.start, step.end, `${guard}${last}`);
    return;
  }
  checkThenable(c, ending.result);
  if (!mayThrow(c, ending.result)) {
    c.replace(step.start, startOf(ending.result), `${guard}${lineEnd}${place.indent}return `);
    c.replace(endOf(ending.result), step.end, semicolon);
    return;
  }
  // Today it is evaluated, and throws, when there is an error as well.
  const name = c.freshName('result');
  const last = [guard, `return ${name}${semicolon}`]
    .map((line) => `${lineEnd}${place.indent}${line}`)
    .join('');
  c.replace(step.start, startOf(ending.result), `const ${name} = `);
  c.replace(endOf(ending.result), step.end, `${semicolon}${last}`);
}

function mayThrow({ file }: Conversion, value: t.Expression): boolean {
  const node = unwrap(value);
  const isGuarded =
    t.isLogicalExpression(node, { operator: '&&' }) &&
    t.isIdentifier(node.left) &&
    t.isMemberExpression(node.right, { computed: false }) &&
    t.isIdentifier(node.right.object, { name: node.left.name });
  return !isGuarded && !isHarmless(effectOf(file, node));
}

/** Several results are returned as the properties of one object. */
function writeResults(
  c: Conversion,
  step: Step,
  { call }: Completion,
  names: readonly string[],
  place: Place,
): void {
  const results = call.arguments.slice(1);
  const parts = results.map((argument, index) => {
    const name = names[index] ?? '';
    const text = c.textOf(argument);
    return text === name ? name : `${name}: ${text}`;
  });
  if (c.file.commentsIn(step.start, step.end).length > 0)
    c.refuse('not-convertible', 'a comment stands between several results', call);
  if (place.returned === 'answer')
    c.refuse('not-convertible', 'an async function that takes a callback', call);
  c.replace(step.start, step.end, `return { ${parts.join(', ')} }${semicolonOf(c, step)}`);
}

function isAloneOnItsLines({ file }: Conversion, step: Step): boolean {
  const hasComments = file.commentsIn(step.start, step.end).length > 0;
  return !hasComments && startsLine(file, step.start) && endsLine(file, step.end);
}

/**
 * Writes a completion as the end of the function.
 *
 * @param next what runs after the step today
 */
export function finish(c: Conversion, step: Step, completion: Completion, place: Place, next: Next): void {
  c.understand(completion.identifier);
  const ending = endingOf(c, completion);
  checkWhatFollows(c, step, ending, next);
  switch (ending.kind) {
    case 'return': {
      if (c.resultNames) {
        writeResults(c, step, completion, c.resultNames, place);
        return;
      }
      checkDropped(c, completion, [ending.value]);
      if (!completion.adopts) checkThenable(c, ending.value);
      const saysNothing = !ending.value && place.isFunctionEnd && step.isInList && next.length === 0;
      if (saysNothing && isAloneOnItsLines(c, step)) removeStatement(c, step.node);
      else writeJump(c, step, 'return', ending.value, place);
      return;
    }
    case 'throw':
      c.failing.push(completion.call);
      checkDropped(c, completion, [ending.value]);
      writeThrow(c, step, ending.value, place);
      return;
    case 'either':
      checkDropped(c, completion, [ending.error, ending.result]);
      onOwnLines(c, step, place, (own, at) => {
        writeEither(c, own, ending, at);
      });
  }
}
