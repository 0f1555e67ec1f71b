import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { beginLine, deeper, endOfTextBefore } from './layout.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/**
 * Gives a step lines of its own, and braces where it is the only statement of a branch: several may take its place.
 *
 * @param write writes the step where it stands then
 */
export function onOwnLines(
  c: Conversion,
  step: Step,
  place: Place,
  write: (step: Step, place: Place) => void,
): void {
  const isMoved = step.node === step.expression || c.isReplacedBefore(step.start);
  if (isMoved) {
    write({ ...step, isInList: true }, place);
    return;
  }
  if (!step.isInList) {
    inBraces(c, step, place, write);
    return;
  }
  const list = c.file.parentOf(step.node);
  const firstOfCase = t.isSwitchCase(list) ? list.consequent[0] : undefined;
  if (firstOfCase) beginLine(c, startOf(firstOfCase), place.indent);
  beginLine(c, step.start, place.indent);
  if (t.isBlockStatement(list) && (list === place.scope || list === c.fn.body))
    beginLine(c, endOf(list) - 1, place.indent.slice(0, -c.indent.length));
  write(step, place);
}

function inBraces(c: Conversion, step: Step, place: Place, write: (step: Step, place: Place) => void): void {
  const { file } = c;
  const { lineEnd } = file.style;
  const indent = deeper(c, place.indent);
  const before = endOfTextBefore(file, step.start);
  const hasComment = file.comments.some((comment) => endOf(comment) === before);
  if (hasComment) c.refuse('not-convertible', 'a comment stands where a block would begin', step.node);
  c.replace(before, step.start, ` {${lineEnd}${indent}`);
  write({ ...step, isInList: true }, { ...place, indent });
  c.edits.insert(step.end, `${lineEnd}${place.indent}}`);
  joinElse(c, step);
}

/** An `else` on the next line goes behind the brace, unless the file writes it otherwise. */
function joinElse(c: Conversion, { end }: Step): void {
  const { text } = c.file;
  const spaces = /^\s*\n\s*(?=else\b)/.exec(text.slice(end))?.[0];
  if (spaces !== undefined && !/\}[ \t]*\r?\n\s*else\b/.test(text)) c.replace(end, end + spaces.length, ' ');
}
