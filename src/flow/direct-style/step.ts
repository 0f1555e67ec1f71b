import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { CodeBehind } from './code-behind.js';
import type { Conversion } from './conversion.js';
import { startsLine } from './layout.js';
import type { Next, Place, ReturnedValue } from './place.js';

/** Something that is run as a statement: an expression statement, `return expression`, or an arrow's expression body. */
export interface Step {
  readonly node: t.Statement | t.Expression;
  readonly expression: t.Expression;
  readonly start: number;
  readonly end: number;
  /** May several statements take its place without braces around them? */
  readonly isInList: boolean;
  /** Does its value leave the function? */
  readonly isReturned: boolean;
  /** Code that runs while it goes on. */
  readonly behind?: CodeBehind;
}

/** @returns undefined for statements of another kind. */
export function stepOf(file: SyntaxFile, statement: t.Statement): Step | undefined {
  const isReturn = t.isReturnStatement(statement);
  const expression = isReturn
    ? statement.argument
    : t.isExpressionStatement(statement)
      ? statement.expression
      : undefined;
  if (!expression) return undefined;
  return {
    node: statement,
    expression,
    start: startOf(statement),
    end: endOf(statement),
    isInList: isInList(file, statement),
    isReturned: isReturn,
  };
}

export function isInList(file: SyntaxFile, statement: t.Statement): boolean {
  const parent = file.parentOf(statement);
  return t.isBlockStatement(parent) || t.isProgram(parent) || t.isSwitchCase(parent);
}

/** An arrow function's expression body, in the list of statements that it becomes. */
export function stepOfBody(arrow: t.ArrowFunctionExpression, body: t.Expression): Step {
  // Babel's nodes leave the parentheses around them out; the arrow's end has them.
  const parenthesis = body.extra?.parenStart;
  return {
    node: body,
    expression: body,
    start: typeof parenthesis === 'number' ? parenthesis : startOf(body),
    end: endOf(arrow),
    isInList: true,
    isReturned: true,
  };
}

/** The indentation of the line that the expression begins on, behind a parenthesis or not. */
export function indentOfBody(file: SyntaxFile, { expression, start }: Step): string {
  return file.indentAt(startsLine(file, startOf(expression)) ? startOf(expression) : start);
}

/** The conversion of statements and of steps: calls contain statements, and statements calls. */
export interface Converters {
  list(c: Conversion, list: readonly t.Statement[], place: Place): void;
  branch(c: Conversion, branch: t.Statement, place: Place, next: Next): void;
  body(c: Conversion, returned: ReturnedValue): void;
  step(c: Conversion, step: Step, place: Place, next: Next): void;
}

/** Writes a step of one kind, or records why it can't be. @returns false when the step is of another kind */
export type StepConverter = (
  c: Conversion,
  step: Step,
  place: Place,
  next: Next,
  convert: Converters,
) => boolean;
