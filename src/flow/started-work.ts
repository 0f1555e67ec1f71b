import * as t from '@babel/types';
import { PROMISE_METHODS } from '../knowledge/promise-returning.js';
import {
  CONTEXT_METHODS,
  EVENTS_OF_WORK,
  STARTS_WORK,
  SYNCHRONOUS_METHODS,
  SYNCHRONOUS_MODULES,
} from '../knowledge/starts-work.js';
import { type SyntaxFile, startOf } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import type { TransformContext } from '../transform.js';
import type { NodeRange } from '../types/oracle.js';
import { calledFunction, type FunctionInFile } from './called-function.js';
import { isThenable } from './is-thenable.js';
import { moduleMemberOf, rootModule } from './module-member.js';
import { isKnownCallbackCall } from './promise-form.js';
import { queuedConnectionOf } from './queued-connection.js';
import { NOTHING_PLANNED, type PlannedRewrite, promiseUse } from './promise-use.js';

/** What a function starts and doesn't wait for: the calls in it, in source order. */
export interface StartedWork {
  /** Work for certain: it goes on after the function has returned. */
  readonly work: readonly NodeRange[];
  /** Calls whose result is dropped and that nothing is known about. */
  readonly unknown: readonly NodeRange[];
}

type Verdict = 'none' | 'work' | 'unknown';

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];

/** One call in a function: what it starts itself, and the project's function that it runs. */
interface JudgedCall {
  readonly range: NodeRange;
  readonly verdict: Verdict;
  readonly called?: FunctionInFile;
}

const judgedByContext = new WeakMap<TransformContext, Map<t.Function, readonly JudgedCall[]>>();

/**
 * Finds what a function starts that goes on after it returns: promises nobody waits for, callback APIs, timers,
 * emitters and streams, in its own body, in the functions inside it, and in the project's functions that it calls.
 *
 * @param fn a function of `file`; what it returns counts as awaited by its caller, its own parameters as harmless to call
 * @param planned what a rewrite is about to make of it
 * @returns places in `fn`. A call that nothing is known about counts as `unknown` only when its result is dropped: one
 * whose value is used is taken to be a computation.
 */
export function startedWork(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  planned: PlannedRewrite = NOTHING_PLANNED,
): StartedWork {
  const judged = judgedCalls(context, { file, fn }, planned).map(({ range, verdict, called }) => ({
    range,
    verdict: worse(verdict, called ? verdictOfRunning(context, called, planned, new Set([fn])) : 'none'),
  }));
  const rangesOf = (wanted: Verdict): readonly NodeRange[] =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ range }) => range);
  return { work: rangesOf('work'), unknown: rangesOf('unknown') };
}

function worse(a: Verdict, b: Verdict): Verdict {
  if (a === 'work' || b === 'work') return 'work';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'none';
}

/** What running a function starts, through everything it calls; each function is looked at once. */
function verdictOfRunning(
  context: TransformContext,
  called: FunctionInFile,
  planned: PlannedRewrite,
  seen: Set<t.Function>,
): Verdict {
  if (seen.has(called.fn)) return 'none';
  seen.add(called.fn);
  let verdict: Verdict = 'none';
  for (const call of judgedCalls(context, called, planned)) {
    verdict = worse(verdict, call.verdict);
    if (call.called && verdict !== 'work')
      verdict = worse(verdict, verdictOfRunning(context, call.called, planned, seen));
  }
  return verdict;
}

/** Remembered where nothing is about to be awaited in the function. */
function judgedCalls(
  context: TransformContext,
  { file, fn }: FunctionInFile,
  planned: PlannedRewrite,
): readonly JudgedCall[] {
  const isOwn = (node: t.Node): boolean => isInFunction(file, fn, node);
  const awaited = new Set([...planned.awaited].filter(isOwn));
  const failing = planned.failing.filter(isOwn);
  if (awaited.size > 0) return judge(context, { file, fn }, { awaited, failing });
  const byFunction = judgedByContext.get(context) ?? new Map<t.Function, readonly JudgedCall[]>();
  judgedByContext.set(context, byFunction);
  const known = byFunction.get(fn);
  if (known) return known;
  const judged = judge(context, { file, fn }, NOTHING_PLANNED);
  byFunction.set(fn, judged);
  return judged;
}

/** By the tree: a node of another file can have the same offsets. */
function isInFunction(file: SyntaxFile, fn: t.Function, node: t.Node): boolean {
  for (const ancestor of file.ancestors(node)) if (ancestor === fn) return true;
  return false;
}

function judge(
  context: TransformContext,
  { file, fn }: FunctionInFile,
  planned: PlannedRewrite,
): readonly JudgedCall[] {
  const calls: Call[] = [
    ...file.nodes('CallExpression'),
    ...file.nodes('OptionalCallExpression'),
    ...file.nodes('NewExpression'),
  ];
  return calls
    .filter((call) => file.contains(fn, call))
    .sort((a, b) => startOf(a) - startOf(b))
    .map((call) => new CallJudge(context, file, fn, call, planned).judge());
}

type Call = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

/** Decides what one call inside a function starts. */
class CallJudge {
  readonly #callee: t.Node;
  readonly #method: string | undefined;

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    readonly fn: t.Function,
    readonly call: Call,
    readonly planned: PlannedRewrite,
  ) {
    this.#callee = unwrap(call.callee);
    this.#method =
      t.isMemberExpression(this.#callee) || t.isOptionalMemberExpression(this.#callee)
        ? memberName(this.#callee)
        : undefined;
  }

  judge(): JudgedCall {
    const range = this.file.rangeOf(this.call);
    if (this.planned.awaited.has(this.call)) {
      // A function that is given a callback has done its work when it calls that.
      const isGivenCallback = this.call.arguments.some((argument) => t.isFunction(argument));
      const called = isGivenCallback ? undefined : calledFunction(this.context, this.file, this.call);
      return { range, verdict: 'none', ...(called && { called }) };
    }
    if (this.#isDoneBeforeAwaited()) return { range, verdict: 'none' };
    if (this.#callsParameter() || this.#settlesExecutor()) return { range, verdict: 'none' };
    if (this.#startsKnownWork()) return { range, verdict: 'work' };
    const promise = this.#promiseVerdict();
    if (promise === 'work') return { range, verdict: 'work' };
    const called = calledFunction(this.context, this.file, this.call);
    if (!called) return { range, verdict: this.#verdictOfForeign(promise) };
    const mayReturnPromise = promise === 'unknown' && returnsCalls(called);
    return { range, verdict: mayReturnPromise ? 'unknown' : 'none', called };
  }

  /** A connection that does one thing after the other has done this when it has done what is awaited. */
  #isDoneBeforeAwaited(): boolean {
    const connection = queuedConnectionOf(this.file, this.call);
    return (
      connection !== undefined &&
      [...this.planned.awaited].some(
        (later) => startOf(later) > startOf(this.call) && queuedConnectionOf(this.file, later) === connection,
      )
    );
  }

  /** A call of what the caller handed in: the caller's own code, or Lambda's context. */
  #callsParameter(): boolean {
    const object = t.isMemberExpression(this.#callee) ? this.#callee.object : this.#callee;
    if (!t.isIdentifier(object)) return false;
    const isParameter = this.file.bindingOf(object)?.kind === 'param';
    return isParameter && (object === this.#callee || CONTEXT_METHODS.has(this.#method ?? ''));
  }

  /** Inside `new Promise((resolve, reject) => …)`: the promise ends when this does. */
  #settlesExecutor(): boolean {
    for (const ancestor of this.file.ancestors(this.call)) {
      if (ancestor === this.fn) return false;
      const maker = this.file.parentOf(ancestor);
      if (!t.isFunction(ancestor) || !t.isNewExpression(maker) || maker.arguments[0] !== ancestor) continue;
      if (!this.file.isGlobal(maker.callee, 'Promise')) continue;
      const settlers = ancestor.params.flatMap((parameter) =>
        t.isIdentifier(parameter) ? [this.file.bindingOf(parameter)] : [],
      );
      const references = settlers.flatMap((binding) => binding?.references ?? []);
      const isEmitter =
        this.#method !== undefined && ['on', 'once', 'pipe', 'end', 'write'].includes(this.#method);
      return references.some((reference) => isEmitter || this.file.contains(this.call, reference));
    }
    return false;
  }

  #startsKnownWork(): boolean {
    const { file, call } = this;
    if (TIMERS.some((timer) => file.isGlobal(this.#callee, timer))) return true;
    if (t.isCallExpression(call) && isKnownCallbackCall(this.context.fileAt, file, call)) return true;
    const member = moduleMemberOf(file, this.#callee);
    const name = member?.path.length === 0 ? '()' : (member?.path.join('.') ?? '');
    if (member && STARTS_WORK[member.module]?.has(name)) return true;
    if (this.#method === 'pipe') return true;
    if (this.#listensToWork()) return true;
    return (
      t.isCallExpression(call) &&
      t.isFunction(call.arguments.at(-1)) &&
      this.context.types.errorFirstCallback(file.rangeOf(call)).is === 'yes'
    );
  }

  #listensToWork(): boolean {
    const [event, listener] = this.call.arguments;
    const isListening = ['on', 'once', 'addListener'].includes(this.#method ?? '') && listener !== undefined;
    const isOnProcess =
      t.isMemberExpression(this.#callee) && this.file.isGlobal(this.#callee.object, 'process');
    return isListening && !isOnProcess && t.isStringLiteral(event) && EVENTS_OF_WORK.has(event.value);
  }

  /** `unknown`: could be a promise that nobody waits for. */
  #promiseVerdict(): Verdict {
    const { context, file, fn, call } = this;
    const thenable = isThenable(context, file, call);
    if (thenable === 'no' || this.#isHeadOfChain()) return 'none';
    const use = promiseUse(file, fn, call, this.planned);
    if (use === 'awaited') return 'none';
    if (thenable === 'yes') return use === 'dropped' ? 'work' : 'unknown';
    const isPromise = this.#isDropped() || (use === 'dropped' && this.#isStoredAsPromise());
    return isPromise ? 'unknown' : 'none';
  }

  /** `const found = find(); … found.then(…)` */
  #isStoredAsPromise(): boolean {
    const { file } = this;
    const declarator = file.parentOf(this.call);
    const binding =
      t.isVariableDeclarator(declarator) && t.isIdentifier(declarator.id)
        ? file.bindingOf(declarator.id)
        : undefined;
    return (binding?.references ?? []).some((reference) => this.#isHeadOfChain(reference));
  }

  /** `call().then(…)`: the chain is judged, as a whole. */
  #isHeadOfChain(promise: t.Expression = this.call): boolean {
    const parent = this.file.parentOf(promise);
    return (
      t.isMemberExpression(parent) &&
      parent.object === promise &&
      PROMISE_METHODS.has(memberName(parent) ?? '') &&
      t.isCallExpression(this.file.parentOf(parent))
    );
  }

  #isDropped(): boolean {
    for (const ancestor of this.file.ancestors(this.call)) {
      if (t.isExpressionStatement(ancestor)) return true;
      if (!t.isLogicalExpression(ancestor) && !t.isUnaryExpression(ancestor, { operator: 'void' }))
        return false;
    }
    return false;
  }

  #verdictOfForeign(promise: Verdict): Verdict {
    if (!this.#isDropped()) return promise;
    if (this.#isSynchronous()) return 'none';
    return 'unknown';
  }

  #isSynchronous(): boolean {
    const { context, file } = this;
    const declaration = context.types.declarationOf(file.rangeOf(this.call));
    const declaredIn = declaration.is === 'yes' ? declaration.value.module : undefined;
    if (declaredIn !== undefined && (declaredIn.startsWith('lib.') || SYNCHRONOUS_MODULES.has(declaredIn)))
      return true;
    const module = rootModule(file, this.#callee);
    if (module !== undefined) return SYNCHRONOUS_MODULES.has(module) || (this.#method ?? '').endsWith('Sync');
    if (this.#method === undefined) return false;
    return this.#isOnGlobal() || this.#method.endsWith('Sync') || SYNCHRONOUS_METHODS.has(this.#method);
  }

  #isOnGlobal(): boolean {
    const names = ['console', 'JSON', 'Object', 'Math', 'Array', 'Number', 'String', 'Reflect', 'process'];
    const callee = this.#callee;
    return t.isMemberExpression(callee) && names.some((name) => this.file.isGlobal(callee.object, name));
  }
}

/** Does the function return what some call gives, so that its own value could be a promise? */
function returnsCalls({ file, fn }: FunctionInFile): boolean {
  if (fn.async) return true;
  if (t.isArrowFunctionExpression(fn) && !t.isBlockStatement(fn.body)) return !t.isLiteral(fn.body);
  return file
    .nodes('ReturnStatement')
    .some(
      ({ argument }) =>
        t.isCallExpression(argument) &&
        file.contains(fn, argument) &&
        file.enclosingFunction(argument) === fn,
    );
}
