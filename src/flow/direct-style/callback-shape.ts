import * as t from '@babel/types';
import { type Binding, isUsed } from '../../syntax/binding.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findOwnThisOrArguments } from '../own-this.js';
import type { Conversion } from './conversion.js';
import { isDroppable } from './dropped-argument.js';
import { effectOf, effectOfNext, isHarmless } from './effects.js';
import { isUsedIn } from './names.js';
import { assertsNoError } from './no-error-assertion.js';

/** A callback whose body can become statements of the function around the call. */
export interface Callback {
  readonly fn: t.FunctionExpression | t.ArrowFunctionExpression;
  /** Undefined when it takes no parameter, or the body never uses the error. */
  readonly error: Binding | undefined;
  /** The parameters behind the error, undefined where one isn't used. */
  readonly results: readonly (Binding | undefined)[];
  /** A destructuring first result: its text is kept. */
  readonly pattern?: t.ObjectPattern | t.ArrayPattern;
}

/**
 * Reads the callback's parameters; refuses a callback that can't become statements.
 *
 * @param isWithoutThis is its `this` written otherwise?
 */
export function readCallback(c: Conversion, node: t.Node, isWithoutThis = false): Callback | undefined {
  const fn = unwrap(node);
  if (!t.isFunctionExpression(fn) && !t.isArrowFunctionExpression(fn)) return undefined;
  if (fn.async || fn.generator) {
    c.refuse('not-convertible', 'the callback is async or a generator', fn);
    return undefined;
  }
  const own = isWithoutThis ? undefined : findOwnThisOrArguments(c.file, fn);
  if (own) {
    c.refuse('not-convertible', `the callback uses \`${c.file.slice(own)}\``, own);
    return undefined;
  }
  if (t.isBlockStatement(fn.body) && fn.body.directives.length > 0) {
    c.refuse('not-convertible', 'the callback has a directive', fn.body);
    return undefined;
  }
  if (fn.params.some((parameter, index) => isNamedAgain(parameter, fn.params.slice(index + 1)))) {
    c.refuse('not-convertible', 'the callback gives two parameters one name', fn);
    return undefined;
  }
  const [first, ...others] = fn.params;
  const error = first && t.isIdentifier(first) ? c.file.bindingOf(first) : undefined;
  const [second, ...more] = others;
  const pattern = t.isObjectPattern(second) || t.isArrayPattern(second) ? second : undefined;
  const unreadable =
    (first && !t.isIdentifier(first)) ||
    (second && !pattern && !t.isIdentifier(second)) ||
    more.some((parameter) => !t.isIdentifier(parameter));
  if (unreadable || (pattern && error && isUsed(error))) {
    c.refuse('not-convertible', 'the callback destructures its parameters', fn);
    return undefined;
  }
  const used = (parameter: t.Node): Binding | undefined => {
    const binding = t.isIdentifier(parameter) ? c.file.bindingOf(parameter) : undefined;
    return binding && isUsed(binding) ? binding : undefined;
  };
  const results = others.map(used);
  for (const parameter of fn.params) {
    const binding = t.isIdentifier(parameter) ? c.file.bindingOf(parameter) : undefined;
    if (binding && !isUsed(binding)) c.erased.add(binding);
  }
  return { fn, error: error && isUsed(error) ? error : undefined, results, ...(pattern && { pattern }) };
}

/** Sloppy code may write `(err, data, data)`. */
function isNamedAgain(parameter: t.Node, others: readonly t.Node[]): boolean {
  return t.isIdentifier(parameter) && others.some((other) => t.isIdentifier(other, { name: parameter.name }));
}

/** What a callback's body does with its error. */
export type ErrorHandling =
  /** The error is never looked at: the body runs either way. */
  | { readonly kind: 'ignored' }
  /** The body is `callback(err, data)`. */
  | { readonly kind: 'passed-through'; readonly identifier: t.Identifier }
  /** The body's only use of the error is a completion that can be reached without one: `callback(err, { ok: true })`. */
  | { readonly kind: 'assumed-absent'; readonly error: t.Expression }
  /** `if (err) throw err`, `if (err) return callback(err)`, a test's `assert.ifError(err)`: what an awaited call does. */
  | {
      readonly kind: 'passed-on';
      readonly head: t.IfStatement | t.ExpressionStatement;
      readonly identifiers: readonly t.Identifier[];
    }
  /** `if (err) { … }`, with nothing else that reads the error. */
  | { readonly kind: 'handled'; readonly head: t.IfStatement }
  /** Anything else: the error stays a variable. */
  | { readonly kind: 'variable' };

/** Node and the SDKs give `null` or `undefined` where there is no error, and an object where there is. */
function isErrorTest(test: t.Node, error: Binding): boolean {
  const node = unwrap(test);
  if (t.isIdentifier(node)) return node.name === error.name;
  if (t.isUnaryExpression(node, { operator: '!' })) {
    const inner = unwrap(node.argument);
    return t.isUnaryExpression(inner, { operator: '!' }) && isErrorTest(inner.argument, error);
  }
  return (
    t.isBinaryExpression(node, { operator: '!=' }) &&
    (t.isNullLiteral(node.right) || t.isIdentifier(node.right, { name: 'undefined' })) &&
    isErrorTest(node.left, error)
  );
}

function statementsOf(branch: t.Statement): readonly t.Statement[] {
  return t.isBlockStatement(branch) ? branch.body : [branch];
}

function isJustTheError(node: t.Node | null | undefined, error: Binding): boolean {
  return node !== null && node !== undefined && t.isIdentifier(unwrap(node), { name: error.name });
}

/** Does the branch do nothing but fail with the error itself? */
function passesOn(c: Conversion, branch: t.Statement, error: Binding): readonly t.Identifier[] | undefined {
  const [first, second, ...more] = statementsOf(branch);
  if (!first || more.length > 0) return undefined;
  if (second && !(t.isReturnStatement(second) && !second.argument)) return undefined;
  if (t.isThrowStatement(first)) return isJustTheError(first.argument, error) ? [] : undefined;
  const expression = t.isReturnStatement(first)
    ? first.argument
    : t.isExpressionStatement(first)
      ? first.expression
      : undefined;
  const completion = expression ? c.completions.completionOf(expression) : undefined;
  if (!completion || !isJustTheError(completion.error, error)) return undefined;
  const dropped = completion.call.arguments.slice(1);
  if (!dropped.every((argument) => isDroppable(c.file, argument, completion.error))) return undefined;
  c.droppedArguments.push(...dropped);
  return [completion.identifier];
}

/** `if (callback) callback(err);` is `callback(err);` */
function withoutGuard(c: Conversion, statement: t.Statement | undefined): t.Statement | undefined {
  const guarded = t.isIfStatement(statement) ? c.completions.guardedBy(statement) : undefined;
  if (!guarded) return statement;
  return t.isBlockStatement(guarded) && guarded.body.length === 1 ? guarded.body[0] : guarded;
}

/** `callback(err, …)` as the only statement that uses the error, with nothing before it that could be seen. */
function completionWith(c: Conversion, callback: Callback, error: Binding): ErrorHandling | undefined {
  const { body } = callback.fn;
  const statements = t.isBlockStatement(body) ? body.body : [];
  const index = statements.findIndex((statement) => c.completions.isIn(statement));
  const statement = withoutGuard(c, statements[index]);
  const expression = !t.isBlockStatement(body)
    ? body
    : t.isExpressionStatement(statement)
      ? statement.expression
      : t.isReturnStatement(statement)
        ? statement.argument
        : undefined;
  const completion = expression ? c.completions.completionOf(expression) : undefined;
  if (!completion?.error || completion.alwaysFails || !isJustTheError(completion.error, error))
    return undefined;
  if (error.references.length !== 1 || error.writes.length > 0) return undefined;
  const { result } = completion;
  const [first, ...others] = callback.results;
  const isSame = first && result && isJustTheError(result, first) && first.writes.length === 0;
  const isAlone = statements.length <= 1 && others.every((other) => other === undefined);
  const hasComments = c.file.commentsIn(startOf(callback.fn), endOf(callback.fn)).length > 0;
  if (isSame && isAlone && first.references.length === 1 && !hasComments)
    return { kind: 'passed-through', identifier: completion.identifier };
  const before = index > 0 ? effectOfNext(c.file, c.completions, statements.slice(0, index)) : 'none';
  const isSeen = !isHarmless(before) || (result && effectOf(c.file, result) !== 'none');
  return isSeen ? undefined : { kind: 'assumed-absent', error: completion.error };
}

/** Classifies the body by its first statement and by where else the error is used. */
export function errorHandlingOf(c: Conversion, callback: Callback): ErrorHandling {
  const { error, fn } = callback;
  if (!error) return { kind: 'ignored' };
  const completed = completionWith(c, callback, error);
  if (completed) return completed;
  const [head] = t.isBlockStatement(fn.body) ? fn.body.body : [];
  const failsTheTest = c.completions.names.isTest === true && assertsNoError(c.file, head, error.name);
  if (failsTheTest && error.writes.length === 0 && !isUsedIn(error, endOf(head), endOf(fn.body)))
    return { kind: 'passed-on', head, identifiers: [] };
  if (!t.isIfStatement(head) || error.writes.length > 0 || !isErrorTest(head.test, error))
    return { kind: 'variable' };
  const isUsedElsewhere = isUsedIn(error, endOf(head.consequent), endOf(fn.body));
  if (isUsedElsewhere) return { kind: 'variable' };
  const identifiers = passesOn(c, head.consequent, error);
  if (identifiers) return { kind: 'passed-on', head, identifiers };
  return { kind: 'handled', head };
}
