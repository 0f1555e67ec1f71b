import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import { startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap, withoutVoid } from '../syntax/unwrap.js';
import type { Reason } from '../transform.js';
import {
  type CalledWith,
  givenUpAt,
  isForOtherCalls,
  movedTo,
  readsArgumentsOtherwise,
  testForArity,
} from './call-arity.js';
import { describeAssignment, describeUse } from './callback-obstacle.js';
import type { CallbackRun } from './promise-forms/result.js';

/** How running a piece of code may leave the function's callback. */
interface Ways {
  /** It was called, or will be, and the function could go on. */
  readonly completes: boolean;
  /** It wasn't called, and the function could go on. */
  readonly falls: boolean;
  /** The function has ended, as it should. */
  readonly ends: boolean;
}

/** Why a function's callback isn't certain to be called exactly once, and where. */
export interface Obstacle {
  readonly what: string;
  readonly node: t.Node;
}

export function reasonOf(file: SyntaxFile, { what, node }: Obstacle): Reason {
  return { code: 'not-convertible', data: { what }, places: [file.rangeOf(node)] };
}

export interface CompletionSummary {
  /** The most results that a call of the callback passes behind the error. */
  readonly results: number;
  /** May results come along with an error? */
  readonly resultsWithError: boolean;
  /** Calls that the callback is handed to, or whose own callback completes. */
  readonly through: readonly t.CallExpression[];
  /** Calls of the callback itself. */
  readonly completions: readonly t.CallExpression[];
  /** May the callback be called before the function returns, by the function itself? */
  readonly atOnce: boolean;
  /** What the function itself does about an exception in its callback. */
  readonly exception: CallbackRun['exception'];
}

const FALLS: Ways = { completes: false, falls: true, ends: false };
const COMPLETES: Ways = { completes: true, falls: false, ends: false };
const ENDS: Ways = { completes: false, falls: false, ends: true };

function either(a: Ways, b: Ways): Ways {
  return { completes: a.completes || b.completes, falls: a.falls || b.falls, ends: a.ends || b.ends };
}

function isNullish(node: t.Node | undefined): boolean {
  return node === undefined || t.isNullLiteral(node) || t.isIdentifier(node, { name: 'undefined' });
}

/** Walks a function and the callbacks in it along the paths on which its own callback must be called. */
class CompletionWalk {
  readonly through: t.CallExpression[] = [];
  readonly completions: t.CallExpression[] = [];
  results = 0;
  resultsWithError = false;
  atOnce = false;
  exception: CallbackRun['exception'] = 'escapes';
  obstacle: Obstacle | undefined;
  readonly #uses: readonly t.Identifier[];

  constructor(
    readonly file: SyntaxFile,
    readonly callback: Binding,
    readonly called: CalledWith,
  ) {
    const moves = callback.references.flatMap((reference) => this.#moveBy(reference) ?? []);
    const names = moves.flatMap(({ references }) => references);
    const end = Math.min(...callback.writes.map((write) => givenUpAt(file, called, write) ?? Infinity));
    const own = callback.references.filter((reference) => startOf(reference) < end);
    this.#uses = [...own.filter((reference) => !this.#moveBy(reference)), ...names];
  }

  /** Where an assignment moves the callback to. */
  #moveBy(reference: t.Identifier): Binding | undefined {
    const parent = this.file.parentOf(reference);
    return parent && movedTo(this.file, this.called, parent);
  }

  /** The body of the function or of a callback: every way through it must complete. */
  body(fn: t.Function): void {
    const ways = t.isBlockStatement(fn.body) ? this.#list(fn.body.body) : this.#expression(fn.body);
    if (ways.falls) this.#object('a path ends without calling the callback', fn);
  }

  #object(what: string, node: t.Node): Ways {
    this.obstacle ??= { what, node };
    return ENDS;
  }

  #isIn(node: t.Node): boolean {
    return this.#uses.some((use) => this.file.contains(node, use));
  }

  #list(statements: readonly t.Statement[]): Ways {
    let ways: Ways = FALLS;
    for (const statement of statements) {
      if (!ways.falls && !ways.completes) return ways;
      if (ways.completes && this.#isIn(statement))
        return this.#object('the callback may be called twice', statement);
      if (ways.completes && !this.#isQuiet(statement))
        return this.#object('code after the callback call runs after the callback today', statement);
      if (ways.completes && !ways.falls && t.isReturnStatement(statement)) return ENDS;
      const next = this.#statement(statement);
      ways = {
        completes: (ways.completes && !next.ends) || (ways.falls && next.completes),
        falls: ways.falls && next.falls,
        ends: ways.ends || next.ends,
      };
    }
    return ways;
  }

  #isQuiet(statement: t.Statement): boolean {
    if (t.isReturnStatement(statement)) return !statement.argument || t.isLiteral(statement.argument);
    return (
      t.isFunctionDeclaration(statement) || t.isEmptyStatement(statement) || t.isBreakStatement(statement)
    );
  }

  #statement(statement: t.Statement): Ways {
    switch (statement.type) {
      case 'ExpressionStatement':
        return this.#expression(statement.expression);
      case 'ReturnStatement':
        return this.#returned(statement);
      case 'ThrowStatement':
        return ENDS;
      case 'BlockStatement':
        return this.#list(statement.body);
      case 'IfStatement': {
        const isGiven = this.#isCallback(statement.test);
        const isMet = isGiven || testForArity(this.file, this.called, statement.test);
        if (this.#isIn(statement.test) && isMet === undefined) return this.#escapes(statement.test);
        if (isMet === true) return this.#statement(statement.consequent);
        const otherwise = statement.alternate ? this.#statement(statement.alternate) : FALLS;
        return isMet === false ? otherwise : either(this.#statement(statement.consequent), otherwise);
      }
      case 'TryStatement':
        return this.#try(statement);
      case 'SwitchStatement':
        return this.#switch(statement);
      default:
        return this.#isIn(statement) ? this.#escapes(statement) : FALLS;
    }
  }

  #escapes(node: t.Node): Ways {
    const use = this.#uses.find((identifier) => this.file.contains(node, identifier)) ?? node;
    return this.#object(describeUse(this.file, use, this.callback), node);
  }

  #returned(statement: t.ReturnStatement): Ways {
    const ways = statement.argument ? this.#expression(statement.argument) : FALLS;
    return ways.falls ? this.#object('a path ends without calling the callback', statement) : ENDS;
  }

  #try(statement: t.TryStatement): Ways {
    const { block, handler, finalizer } = statement;
    if (finalizer && this.#isIn(finalizer)) return this.#escapes(finalizer);
    if (!this.#isIn(statement)) return FALLS;
    const ways = this.#list(block.body);
    if (!handler) return ways;
    if (this.#completesAtOnceIn(block))
      this.exception = this.#comesBack(handler) ? 'comes-back' : 'is-caught';
    return either(ways, this.#list(handler.body.body));
  }

  #completesAtOnceIn(block: t.BlockStatement): boolean {
    return this.#uses.some(
      (use) =>
        this.file.contains(block, use) &&
        this.#isCalled(use) &&
        this.file.enclosingFunction(use) === this.file.enclosingFunction(block),
    );
  }

  #isCalled(use: t.Identifier): boolean {
    const parent = this.file.parentOf(use);
    return t.isCallExpression(parent) && parent.callee === use;
  }

  /** Does the clause do nothing but call the callback with what it caught? */
  #comesBack({ param, body }: t.CatchClause): boolean {
    const [only, ...more] = body.body;
    const expression = t.isReturnStatement(only)
      ? only.argument
      : t.isExpressionStatement(only)
        ? only.expression
        : undefined;
    if (more.length > 0 || !t.isCallExpression(expression) || this.exception === 'is-caught') return false;
    const [error] = expression.arguments;
    return (
      this.#isCallback(expression.callee) &&
      t.isIdentifier(param) &&
      t.isIdentifier(error, { name: param.name })
    );
  }

  #switch(statement: t.SwitchStatement): Ways {
    if (!this.#isIn(statement)) return FALLS;
    let ways: Ways = statement.cases.some(({ test }) => !test) ? ENDS : FALLS;
    statement.cases.forEach(({ consequent }, index) => {
      const following = statement.cases.slice(index).flatMap((clause) => clause.consequent);
      const end = following.findIndex((inner) => t.isBreakStatement(inner));
      if (consequent.length > 0)
        ways = either(ways, this.#list(end < 0 ? following : following.slice(0, end)));
    });
    return ways;
  }

  #expression(expression: t.Node): Ways {
    const node = withoutVoid(expression);
    if (!this.#isIn(node)) return FALLS;
    if (t.isConditionalExpression(node) && !this.#isIn(node.test))
      return either(this.#expression(node.consequent), this.#expression(node.alternate));
    if (t.isLogicalExpression(node)) {
      // Whoever calls back exactly once was given a callback.
      if (this.#isCallback(node.left) && node.operator === '&&') return this.#expression(node.right);
      if (!this.#isIn(node.left)) return either(this.#expression(node.right), FALLS);
    }
    if (!t.isCallExpression(node) || node.arguments.some((argument) => t.isSpreadElement(argument)))
      return this.#escapes(node);
    return this.#isCallback(node.callee) ? this.#completion(node) : this.#handedOn(node);
  }

  #isCallback(node: t.Node): boolean {
    const inner = unwrap(node);
    return t.isIdentifier(inner) && this.#uses.includes(inner);
  }

  #completion(call: t.CallExpression): Ways {
    const [error, ...results] = call.arguments;
    if (call.arguments.some((argument) => this.#isIn(argument))) return this.#escapes(call);
    this.completions.push(call);
    this.results = Math.max(this.results, results.length);
    if (!isNullish(error) && results.some((result) => !isNullish(result))) this.resultsWithError = true;
    if (this.file.enclosingFunction(call) === this.called.fn) this.atOnce = true;
    return COMPLETES;
  }

  /** A call that is given the callback, or a function that calls it, as its last argument. */
  #handedOn(call: t.CallExpression): Ways {
    const last = call.arguments.at(-1);
    const others = [call.callee, ...call.arguments.slice(0, -1)];
    if (!last || others.some((part) => this.#isIn(part))) return this.#escapes(call);
    this.through.push(call);
    if (this.#isCallback(last)) return COMPLETES;
    const inner = unwrap(last);
    if (!t.isFunction(inner) || inner.generator || inner.async) return this.#escapes(call);
    this.body(inner);
    return COMPLETES;
  }
}

/**
 * Is the callback of a function called exactly once on every path, at the path's end?
 *
 * @param called how the function is called; with all its arguments when not given
 * @returns what the callback is given and through which calls, which must be known to call back once; or an obstacle
 */
export function completionSummary(
  file: SyntaxFile,
  fn: t.Function,
  callback: Binding,
  called: CalledWith = { fn, count: fn.params.length },
): CompletionSummary | Obstacle {
  const isLeft = (write: t.Node): boolean =>
    isForOtherCalls(file, called, write) || givenUpAt(file, called, write) !== undefined;
  if (!callback.writes.every(isLeft))
    return { what: describeAssignment(file, callback), node: callback.identifier };
  if (readsArgumentsOtherwise(file, called)) return { what: 'the function reads its `arguments`', node: fn };
  const walk = new CompletionWalk(file, callback, called);
  walk.body(fn);
  if (walk.obstacle) return walk.obstacle;
  const { results, resultsWithError, through, completions, atOnce, exception } = walk;
  return { results, resultsWithError, through, completions, atOnce, exception };
}
