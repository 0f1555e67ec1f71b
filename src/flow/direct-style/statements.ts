import * as t from '@babel/types';
import { startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { convertAnswererCall } from './answerer-call.js';
import { convertWithCodeBehind } from './code-behind.js';
import { convertCountedLoop } from './collected-rounds.js';
import { convertAwaitedCall } from './awaited-call.js';
import type { Conversion } from './conversion.js';
import { convertDelayed } from './delayed-step.js';
import { effectOf } from './effects.js';
import { endsAlways } from './endings.js';
import { endingOf, finish } from './finish.js';
import { convertCoroutine } from './inlined-coroutine.js';
import { convertConditional, convertLogical } from './conditional-step.js';
import { convertPresenceTest } from './presence-test.js';
import { convertBody } from './function-body.js';
import { deeper, indentInResult, removeStatement, startsLine } from './layout.js';
import { type Next, nextAfter, type Place, type ReturnedValue } from './place.js';
import { convertEnd } from './release-behind.js';
import { convertOwnCall } from './own-call.js';
import { ownFunctionCalled } from './own-function.js';
import { convertPassedFunction } from './passed-function.js';
import { convertPromiseChain } from './promise-chain.js';
import { type Converters, type Step, type StepConverter, stepOf } from './step.js';
import { describeObstacle } from './step-obstacle.js';
import { writeReturnedValue } from './returned-value.js';
import { convertSwitch } from './switch-statement.js';
import { convertTry } from './try-statement.js';
import { onOwnLines } from './own-lines.js';

export const CONVERTERS: Converters = {
  list: convertList,
  branch: convertBranch,
  step: convertStep,
  body: convertFunctionBody,
};

/** The kinds of steps that stay one statement, the first that fits. */
const ONE_STATEMENT_CONVERTERS: readonly StepConverter[] = [
  convertAnswererCall,
  convertOwnCall,
  convertPassedFunction,
];

/** The kinds of steps that become several statements: what is left is a call with a callback. */
const STEP_CONVERTERS: readonly StepConverter[] = [convertCoroutine, convertPromiseChain, convertDelayed];

/** Writes the body of the function that is converted. */
export function convertFunctionBody(c: Conversion, returned: ReturnedValue): void {
  convertBody(c, returned, CONVERTERS);
}

/** Writes a list of statements in direct style. */
export function convertList(c: Conversion, list: readonly t.Statement[], place: Place): void {
  list.forEach((statement, index) => {
    if (c.isReplaced(statement)) return;
    const next = nextAfter(list, index, place);
    const isLast = index === list.length - 1;
    const at = { ...place, isFunctionEnd: place.isFunctionEnd && (isLast || isBareReturn(list[index + 1])) };
    convertStatement(c, statement, at, next);
    const goesNowhere = at.isFunctionEnd && !isLast;
    if (endsHere(c, statement, goesNowhere)) removeDeadJump(c, list, index + 1);
  });
}

function isBareReturn(statement: t.Statement | undefined): boolean {
  return t.isReturnStatement(statement) && !statement.argument;
}

/** Does the result end with the statement, by `return` or `throw`, or because nothing follows it? */
function endsHere(c: Conversion, statement: t.Statement, goesNowhere: boolean): boolean {
  if (!t.isExpressionStatement(statement) || !c.completions.isIn(statement)) return false;
  const { expression } = statement;
  const ways = t.isConditionalExpression(expression)
    ? [expression.consequent, expression.alternate]
    : [expression];
  return goesNowhere || ways.every((way) => endsAlways(c, [t.expressionStatement(way)], 'result'));
}

/** A `return;` or `break;` behind such a statement is never reached. */
function removeDeadJump(c: Conversion, list: readonly t.Statement[], index: number): void {
  const jump = list[index];
  const isReturn = t.isReturnStatement(jump) && (!jump.argument || isIdle(c, jump.argument));
  if (isReturn || (t.isBreakStatement(jump) && !jump.label)) removeStatement(c, jump);
}

function isIdle({ file, completions }: Conversion, value: t.Expression): boolean {
  return effectOf(file, value) === 'none' && !completions.isIn(value);
}

function convertStatement(c: Conversion, statement: t.Statement, place: Place, next: Next): void {
  if (c.completions.isIn(statement) && convertCountedLoop(c, statement, place, next, CONVERTERS)) return;
  const step = stepOf(c.file, statement);
  if (step) {
    convertStep(c, step, place, step.isReturned ? [] : next);
    return;
  }
  if (!c.completions.isIn(statement) && !hasValueReturn(c, statement, place)) return;
  switch (statement.type) {
    case 'BlockStatement':
      convertBranch(c, statement, place, next);
      return;
    case 'IfStatement':
      if (convertPresenceTest(c, statement, place, next, CONVERTERS)) return;
      convertBranches(c, statement, place, next);
      return;
    case 'SwitchStatement':
      convertSwitch(c, statement, place, next, CONVERTERS);
      return;
    case 'TryStatement':
      convertTry(c, statement, place, next, CONVERTERS);
      return;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      convertBranch(c, statement.body, { ...place, afterBreak: ['unknown'], isFunctionEnd: false }, [
        'unknown',
      ]);
      return;
    default:
      // Every completing name that no case understands makes the conversion fail.
      return;
  }
}

/** A `return value` that gives nobody a value today would answer in the result. */
function hasValueReturn(c: Conversion, statement: t.Statement, place: Place): boolean {
  if (place.returned === 'answer') return false;
  return c.file
    .nodes('ReturnStatement')
    .some((node) => node.argument && c.file.contains(statement, node) && isOwn(c, node, statement));
}

function isOwn(c: Conversion, node: t.Node, statement: t.Statement): boolean {
  for (const ancestor of c.file.ancestors(node)) {
    if (ancestor === statement) return true;
    if (t.isFunction(ancestor)) return false;
  }
  return false;
}

/** Where one branch needs braces, the other one gets them as well. */
function convertBranches(
  c: Conversion,
  { consequent, alternate }: t.IfStatement,
  place: Place,
  next: Next,
): void {
  const branches = alternate ? [consequent, alternate] : [consequent];
  const needBraces = branches.some((branch) => becomesSeveral(c, stepOf(c.file, branch)));
  for (const branch of branches) {
    const step = needBraces ? stepOf(c.file, branch) : undefined;
    if (!step) convertBranch(c, branch, place, next);
    else
      onOwnLines(c, step, { ...place, isFunctionEnd: false }, (own, at) => {
        convertStep(c, own, at, own.isReturned ? [] : next);
      });
  }
}

/** May several statements take the step's place? */
function becomesSeveral(c: Conversion, step: Step | undefined): boolean {
  if (!step || !c.completions.isIn(step.expression)) return false;
  const expression = unwrap(step.expression);
  const completion = c.completions.completionOf(expression);
  if (completion) return endingOf(c, completion).kind === 'either';
  return !t.isCallExpression(expression) || ownFunctionCalled(c, expression) === undefined;
}

/** A branch without braces is a list of one statement. One that would be empty without its `return;` keeps it. */
function convertBranch(c: Conversion, branch: t.Statement, place: Place, next: Next): void {
  if (t.isBlockStatement(branch)) {
    const [first] = branch.body;
    const indent =
      first && startsLine(c.file, startOf(first)) ? indentInResult(c, first, place) : deeper(c, place.indent);
    const says = branch.body.filter((inner) => !isBareReturn(inner) && !c.isReplaced(inner));
    const isFunctionEnd = place.isFunctionEnd && says.length > 1;
    convertList(c, branch.body, { ...place, indent, rest: next, scope: branch, isFunctionEnd });
    return;
  }
  convertStatement(c, branch, { ...place, isFunctionEnd: false }, next);
}

/** Writes something that is run as a statement. */
export function convertStep(c: Conversion, step: Step, place: Place, next: Next): void {
  const expression = unwrap(step.expression);
  if (c.completions.isIn(expression) && t.isUnaryExpression(expression, { operator: 'void' })) {
    convertStep(c, { ...step, expression: expression.argument }, place, next);
    return;
  }
  if (!c.completions.isIn(expression)) {
    if (convertEnd(c, step)) return;
    if (step.isReturned) writeReturnedValue(c, step, place);
    return;
  }
  const completion = c.completions.completionOf(expression);
  if (completion) {
    finish(c, step, completion, place, next);
    return;
  }
  if (t.isConditionalExpression(expression)) {
    onOwnLines(c, step, place, (own, at) => {
      convertConditional(c, own, expression, at, next, CONVERTERS);
    });
    return;
  }
  if (t.isLogicalExpression(expression)) {
    onOwnLines(c, step, place, (own, at) => {
      convertLogical(c, own, expression, at, next, CONVERTERS);
    });
    return;
  }
  if (ONE_STATEMENT_CONVERTERS.some((convertKind) => convertKind(c, step, place, next, CONVERTERS))) return;
  onOwnLines(c, step, place, (own, at) => {
    convertCall(c, own, at, next);
  });
}

/** Writes a call that several statements take the place of. */
function convertCall(c: Conversion, step: Step, place: Place, next: Next): void {
  if (STEP_CONVERTERS.some((convertKind) => convertKind(c, step, place, next, CONVERTERS))) return;
  const obstacle = describeObstacle(c.file, unwrap(step.expression));
  if (obstacle) {
    c.refuse('not-convertible', obstacle, step.node);
    return;
  }
  if (next.length > 0) {
    const what = next.includes('unknown')
      ? 'another round of the loop starts before the callback is run, and no count of all rounds is found'
      : 'code after the call runs before its callback';
    if (!convertWithCodeBehind(c, step, place, next, CONVERTERS))
      c.refuse('not-convertible', what, step.node);
    return;
  }
  convertAwaitedCall(c, step, place, CONVERTERS);
}
