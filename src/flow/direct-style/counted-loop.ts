import { isDeepStrictEqual } from 'node:util';
import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { initialValueOf } from '../module-member.js';
import { findOwnThisOrArguments } from '../own-this.js';
import type { Conversion } from './conversion.js';
import { changeByOne, type Count, readCount } from './count.js';
import { keepsLength, mayHaveHoles, type NamedList, namedList } from './list-length.js';

/** A loop that starts a call in each round, and goes on when the callbacks have counted that all of them are done. */
export interface CountedLoop {
  readonly statement: t.Statement;
  /** The function whose code a round is. */
  readonly fn: t.Function | undefined;
  /** What takes the round's value of the list, if anything, and what is done with it. */
  readonly round: readonly t.Node[];
  /** The call of each round. */
  readonly call: t.CallExpression;
  /** How the callback of the call, or of the last call inside it, counts. */
  readonly count: Count;
  /** Where the calls in flight are counted up. */
  readonly countsUp: readonly t.Statement[];
}

/** What a loop goes through, and what it does in each round. */
interface Rounds {
  /** Undefined when it doesn't go through a list from its beginning to its end. */
  readonly list: t.Expression | undefined;
  readonly body: t.Node;
  /** The function of a `forEach`. */
  readonly fn?: t.Function;
}

function roundsOf(file: SyntaxFile, statement: t.Statement): Rounds | undefined {
  if (t.isForOfStatement(statement) && !statement.await)
    return { list: statement.right, body: statement.body };
  if (t.isForInStatement(statement)) return { list: undefined, body: statement.body };
  if (t.isForStatement(statement)) return { list: listOfIndexes(file, statement), body: statement.body };
  if (!t.isExpressionStatement(statement)) return undefined;
  const call = unwrap(statement.expression);
  const callee = t.isCallExpression(call) ? unwrap(call.callee) : undefined;
  if (!t.isCallExpression(call) || !t.isMemberExpression(callee) || memberName(callee) !== 'forEach')
    return undefined;
  const [argument, ...more] = call.arguments;
  const fn = argument && unwrap(argument);
  const isPlain = t.isArrowFunctionExpression(fn) || t.isFunctionExpression(fn);
  if (!isPlain || more.length > 0 || fn.async || fn.generator || findOwnThisOrArguments(file, fn))
    return undefined;
  return { list: callee.object, body: fn.body, fn };
}

/** `for (let i = 0; i < list.length; i++)` */
function listOfIndexes(
  file: SyntaxFile,
  { init, test, update, body }: t.ForStatement,
): t.Expression | undefined {
  const [first] = t.isVariableDeclaration(init) ? init.declarations : [];
  if (!first || !t.isIdentifier(first.id) || !t.isNumericLiteral(first.init, { value: 0 })) return undefined;
  const { name } = first.id;
  if (file.bindingOf(first.id)?.writes.some((write) => file.contains(body, write))) return undefined;
  const isStep =
    t.isUpdateExpression(update, { operator: '++' }) && t.isIdentifier(update.argument, { name });
  const isBelow = t.isBinaryExpression(test, { operator: '<' }) && t.isIdentifier(test.left, { name });
  if (!isStep || !isBelow || !t.isMemberExpression(test.right)) return undefined;
  return memberName(test.right) === 'length' ? test.right.object : undefined;
}

/** The loop, when it is one whose callbacks count; undefined for any other statement. */
export function readCountedLoop(c: Conversion, statement: t.Statement): CountedLoop | undefined {
  const { file } = c;
  const rounds = roundsOf(file, statement);
  const only = rounds && onlyCompleting(c, rounds);
  const call = only && unwrap(only);
  if (!rounds || !t.isCallExpression(call)) return undefined;
  const count = readCount(c, call);
  if (!count || !startsWithTheFunction(c, count.counter, statement)) return undefined;
  const countsUp = othersThan(count).flatMap((use) => countsUpBeside(file, use, call) ?? []);
  return isCountedRight(c, statement, rounds, call, count, countsUp)
    ? {
        statement,
        fn: file.enclosingFunction(call),
        round: roundOf(rounds, statement),
        call,
        count,
        countsUp,
      }
    : undefined;
}

function roundOf({ fn, body }: Rounds, statement: t.Statement): readonly t.Node[] {
  if (fn) return [...fn.params, body];
  return t.isForXStatement(statement) ? [statement.left, body] : [body];
}

/** The uses of the counter in front of the callbacks' own. */
function othersThan({ counter, uses }: Count): readonly t.Identifier[] {
  const all = new Set([...counter.references, ...counter.writes]);
  return [...all].filter((use) => !uses.includes(use));
}

/** Is the counter a variable of the function, set anew in each run of it and only there? */
function startsWithTheFunction(
  { file, fn }: Conversion,
  { identifier }: Binding,
  loop: t.Statement,
): boolean {
  return file.contains(fn, identifier) && !file.contains(loop, identifier);
}

/** The one expression of a round that finishes the function. */
function onlyCompleting(c: Conversion, { body }: Rounds): t.Expression | undefined {
  if (t.isExpression(body)) return c.completions.isIn(body) ? body : undefined;
  const list = t.isBlockStatement(body) ? body.body : t.isStatement(body) ? [body] : [];
  const [only, ...more] = list.filter((statement) => c.completions.isIn(statement));
  if (more.length > 0) return undefined;
  if (t.isBlockStatement(only)) return onlyCompleting(c, { list: undefined, body: only });
  if (t.isIfStatement(only) && !only.alternate)
    return onlyCompleting(c, { list: undefined, body: only.consequent });
  return t.isExpressionStatement(only) ? only.expression : undefined;
}

/** Is the last callback the one that finds the count complete, however many rounds there are? */
function isCountedRight(
  c: Conversion,
  statement: t.Statement,
  rounds: Rounds,
  call: t.CallExpression,
  count: Count,
  countsUp: readonly t.Statement[],
): boolean {
  const { file } = c;
  const { counter, kind, target } = count;
  const others = othersThan(count);
  if (kind === 'in-flight') {
    const [up, ...more] = countsUp;
    return (
      up !== undefined && more.length === 0 && others.length === 1 && !leavesBetween(file, rounds, up, call)
    );
  }
  const list = rounds.list && namedList(file, rounds.list);
  if (!list || !lengthIs(file, target, list) || others.length > 0) return false;
  const isEvery = unwrap(rounds.body) === call || isDirectlyIn(file, call, rounds.body);
  const from = kind === 'down' ? startOf(counter.identifier) : startOf(statement);
  const isComplete = isEvery && !leavesEarly(file, rounds) && !(rounds.fn && mayHaveHoles(file, list));
  return isComplete && keepsLength(c, list, from);
}

/** `list.length`, or a constant that holds it. */
function lengthIs(file: SyntaxFile, target: t.Node | undefined, list: NamedList): boolean {
  const node = target && unwrap(target);
  if (t.isMemberExpression(node)) {
    const object = memberName(node) === 'length' ? namedList(file, node.object) : undefined;
    return object?.root === list.root && isDeepStrictEqual(object.path, list.path);
  }
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  const value = binding && initialValueOf(file, binding);
  return value?.path.length === 0 && t.isMemberExpression(value.init) && lengthIs(file, value.init, list);
}

function isDirectlyIn(file: SyntaxFile, call: t.CallExpression, body: t.Node): boolean {
  const statement = file.parentOf(call);
  return t.isExpressionStatement(statement) && (statement === body || file.parentOf(statement) === body);
}

/** Where a round ends early, or the loop. */
function leavesOf(file: SyntaxFile, { body, fn }: Rounds): readonly t.Node[] {
  const around = fn ?? file.enclosingFunction(body);
  return (['ReturnStatement', 'BreakStatement', 'ContinueStatement'] as const)
    .flatMap((type): readonly t.Node[] => file.nodes(type))
    .filter((node) => file.contains(body, node) && file.enclosingFunction(node) === around);
}

/** Is there a way through a round, or out of the loop, that makes no call? */
function leavesEarly(file: SyntaxFile, rounds: Rounds): boolean {
  return leavesOf(file, rounds).length > 0;
}

/** Is there a way that counts and makes no call, or makes one and doesn't count? */
function leavesBetween(file: SyntaxFile, rounds: Rounds, first: t.Node, second: t.Node): boolean {
  const start = Math.min(startOf(first), startOf(second));
  const end = Math.max(startOf(first), startOf(second));
  return leavesOf(file, rounds).some((node) => startOf(node) > start && startOf(node) < end);
}

/** `left += 1;` in the statements around the call: as many as there are calls. */
function countsUpBeside(
  file: SyntaxFile,
  use: t.Identifier,
  call: t.CallExpression,
): t.Statement | undefined {
  const list = file.parentOf(file.parentOf(call) ?? call);
  const change = file.parentOf(use);
  const statement = change && file.parentOf(change);
  const isUp = change && changeByOne(change)?.isUp === true;
  return isUp && t.isExpressionStatement(statement) && file.parentOf(statement) === list
    ? statement
    : undefined;
}
