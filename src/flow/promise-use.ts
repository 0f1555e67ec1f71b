import * as t from '@babel/types';
import { PROMISE_METHODS, PROMISE_STATICS } from '../knowledge/promise-returning.js';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import { findWaysWithout } from './always-awaited.js';

/** Does somebody wait for a promise? `maybe`: it goes where the file doesn't show. */
export type PromiseUse = 'awaited' | 'dropped' | 'maybe';

/** What a rewrite is about to make of the code. */
export interface PlannedRewrite {
  /** Expressions that it will wait for. */
  readonly awaited: ReadonlySet<t.Node>;
  /** Calls that it will make exceptions of: nobody waits for anything when a function fails. */
  readonly failing: readonly t.Node[];
}

export const NOTHING_PLANNED: PlannedRewrite = { awaited: new Set(), failing: [] };

/** Methods that hand the results of their callback on in their own result. */
const PASSES_RESULTS_ON = new Set([...PROMISE_METHODS, 'map', 'flatMap', 'reduce', 'concat', 'mapSeries']);

function methodOf(call: t.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return t.isMemberExpression(callee) ? memberName(callee) : undefined;
}

function isPromiseStatic(file: SyntaxFile, call: t.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return (
    t.isMemberExpression(callee) &&
    PROMISE_STATICS.has(memberName(callee) ?? '') &&
    t.isIdentifier(callee.object) &&
    /^(?:Promise|Bluebird|Q)$/.test(callee.object.name)
  );
}

class UseSearch {
  readonly #seen = new Set<t.Node>();

  constructor(
    readonly file: SyntaxFile,
    readonly fn: t.Function,
    readonly planned: PlannedRewrite,
  ) {}

  useOf(node: t.Node): PromiseUse {
    if (this.planned.awaited.has(node)) return 'awaited';
    if (this.#seen.has(node)) return 'dropped';
    this.#seen.add(node);
    const parent = this.file.parentOf(node);
    if (!parent) return 'maybe';
    if (t.isAwaitExpression(parent) || t.isYieldExpression(parent)) return 'awaited';
    if (t.isForOfStatement(parent, { await: true }) && parent.right === node) return 'awaited';
    if (t.isReturnStatement(parent)) return this.#useOfReturned(parent);
    if (t.isArrowFunctionExpression(parent) && parent.body === node) return this.#useOfResult(parent);
    if (t.isExpressionStatement(parent) || t.isUnaryExpression(parent)) return 'dropped';
    if (t.isSequenceExpression(parent))
      return parent.expressions.at(-1) === node ? this.useOf(parent) : 'dropped';
    if (t.isVariableDeclarator(parent)) return this.#useOfVariable(parent.id);
    if (t.isAssignmentExpression(parent)) return this.#useOfVariable(parent.left);
    if (t.isCallExpression(parent) && parent.callee !== node) return this.#useAsArgument(parent);
    if (t.isMemberExpression(parent)) return this.#useAsReceiver(parent);
    if (t.isExpression(parent) || t.isSpreadElement(parent) || t.isObjectProperty(parent))
      return this.useOf(parent);
    return 'maybe';
  }

  #useOfReturned(statement: t.ReturnStatement): PromiseUse {
    const fn = this.file.enclosingFunction(statement);
    return fn ? this.#useOfResult(fn) : 'maybe';
  }

  /** What becomes of the promise that a function returns. */
  #useOfResult(fn: t.Function): PromiseUse {
    if (fn === this.fn) return 'awaited';
    const call = this.file.parentOf(fn);
    if (!t.isCallExpression(call)) return 'maybe';
    if (unwrap(call.callee) === fn) return this.useOf(call);
    return PASSES_RESULTS_ON.has(methodOf(call) ?? '') ? this.useOf(call) : 'dropped';
  }

  #useAsArgument(call: t.CallExpression): PromiseUse {
    if (isPromiseStatic(this.file, call)) return this.useOf(call);
    const callee = unwrap(call.callee);
    if (t.isMemberExpression(callee) && memberName(callee) === 'push' && t.isIdentifier(callee.object))
      return this.#useOfVariable(callee.object);
    return 'maybe';
  }

  #useAsReceiver(member: t.MemberExpression): PromiseUse {
    const call = this.file.parentOf(member);
    if (!t.isCallExpression(call) || call.callee !== member) return 'maybe';
    return PASSES_RESULTS_ON.has(memberName(member) ?? '') ? this.useOf(call) : 'maybe';
  }

  #useOfVariable(target: t.Node): PromiseUse {
    const binding = t.isIdentifier(target) ? this.file.bindingOf(target) : undefined;
    if (!binding) return 'maybe';
    const uses = binding.references.map((reference) => this.useOf(reference));
    if (uses.includes('maybe')) return uses.includes('awaited') ? 'awaited' : 'maybe';
    const awaited = binding.references.filter((_, index) => uses[index] === 'awaited');
    return this.#isOneOnEveryWay(awaited, binding) ? 'awaited' : 'dropped';
  }

  /** Where one stands in another function, or the variable is assigned to, the ways can't be told: it is taken to be. */
  #isOneOnEveryWay(awaited: readonly t.Identifier[], { identifier, writes }: Binding): boolean {
    if (awaited.length === 0) return false;
    const { file } = this;
    const declaration = file.enclosingStatement(identifier);
    const fn = file.enclosingFunction(identifier);
    const isInView = awaited.every((reference) => file.enclosingFunction(reference) === fn);
    if (!t.isVariableDeclaration(declaration) || writes.length > 0 || !isInView) return true;
    const failing = [...this.planned.failing, ...file.nodes('ThrowStatement')];
    return findWaysWithout(file, declaration, [...awaited, ...failing]).length === 0;
  }
}

/**
 * What `fn`'s body does with the promise of one of its expressions; what `fn` itself returns counts as awaited.
 *
 * @returns `dropped` also where nobody waits on some ways through the function
 */
export function promiseUse(
  file: SyntaxFile,
  fn: t.Function,
  expression: t.Node,
  planned: PlannedRewrite = NOTHING_PLANNED,
): PromiseUse {
  return new UseSearch(file, fn, planned).useOf(expression);
}
