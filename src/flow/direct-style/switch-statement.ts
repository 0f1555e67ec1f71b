import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { readChain } from './chain-shape.js';
import type { Conversion } from './conversion.js';
import { deeper, indentInResult, levelsOf, startsLine } from './layout.js';
import { type Next, nextAfter, type Place } from './place.js';
import { passesErrorOn } from './promise-chain.js';
import { type Converters, stepOf } from './step.js';

/** Writes the cases of a `switch` in direct style. */
export function convertSwitch(
  c: Conversion,
  statement: t.SwitchStatement,
  place: Place,
  next: Next,
  convert: Converters,
): void {
  statement.cases.forEach((clause, index) => {
    const following = statement.cases.slice(index + 1).flatMap(({ consequent }) => consequent);
    const rest = nextAfter([t.emptyStatement(), ...following], 0, { ...place, rest: next, afterBreak: next });
    const [first] = clause.consequent;
    const indent =
      first && startsLine(c.file, startOf(first))
        ? indentInResult(c, first, place)
        : indentBehindLabel(c, clause, place);
    const inBraces = needsBraces(c, clause);
    const scope = inBraces ? clause : statement;
    const inCase: Place = { ...place, indent, rest, afterBreak: next, scope, isFunctionEnd: false };
    if (inBraces) putBraces(c, clause, place);
    convert.list(c, clause.consequent, inCase);
  });
}

/** The indentation of statements that begin on their label's line, in lines of their own. */
function indentBehindLabel(c: Conversion, clause: t.SwitchCase, place: Place): string {
  const indent = place.indent + caseIndent(c, clause, place);
  return t.isBlockStatement(clause.consequent[0]) ? indent : deeper(c, indent);
}

/** Would a case get variables of its own, and has none that other cases use? */
function needsBraces(c: Conversion, clause: t.SwitchCase): boolean {
  const [only, ...more] = clause.consequent;
  if (!only || (more.length === 0 && t.isBlockStatement(only))) return false;
  const declares = clause.consequent.some((statement) => t.isDeclaration(statement));
  const start = clause.test ? endOf(clause.test) : startOf(clause);
  const hasComment = c.file.commentsIn(start, c.file.nextLineStart(start)).length > 0;
  return !declares && !hasComment && clause.consequent.some((statement) => isCallWithBody(c, statement));
}

/** A call whose callback's body, or whose result, gets variables in the result. */
function isCallWithBody(c: Conversion, statement: t.Statement): boolean {
  const expression = stepOf(c.file, statement)?.expression;
  if (!expression || !t.isCallExpression(expression) || !c.completions.isIn(expression)) return false;
  if (isPassedOn(c, expression)) return false;
  const last = expression.arguments.at(-1);
  return t.isFunction(last) || (last !== undefined && c.completions.asCompleter(last) !== undefined);
}

/** `promise.then(value => callback(null, value)).catch(callback)` becomes `return promise`. */
function isPassedOn(c: Conversion, expression: t.Expression): boolean {
  const chain = readChain(c, expression);
  if (!chain || chain.onValue.kind === 'function') return false;
  return chain.onError.kind !== 'function' || passesErrorOn(c, chain.onError) !== undefined;
}

function putBraces(c: Conversion, clause: t.SwitchCase, place: Place): void {
  const { file } = c;
  const kept = clause.consequent.filter((statement) => !t.isBreakStatement(statement)).at(-1);
  if (!kept) return;
  const colon = file.text.indexOf(':', clause.test ? endOf(clause.test) : startOf(clause));
  c.edits.insert(colon + 1, ' {');
  c.edits.insert(endOf(kept), `${file.style.lineEnd}${place.indent}${caseIndent(c, clause, place)}}`);
}

/** How much deeper than its `switch` a `case` stands. */
function caseIndent({ file, indent: unit }: Conversion, clause: t.SwitchCase, place: Place): string {
  const levels = levelsOf(unit, file.indentAt(startOf(clause))) + place.shift - levelsOf(unit, place.indent);
  return levels > 0 ? unit.repeat(levels) : '';
}
