import * as t from '@babel/types';
import type { ChangeSet, TopLevelRequest } from '../../src/edit/change-set.js';
import { findOverlap, type TextEdit } from '../../src/edit/text-edit.js';
import { asyncSignatureEdits } from '../../src/flow/async-signature.js';
import { findStop } from '../../src/flow/async-stop.js';
import { completionSummary } from '../../src/flow/completing-once.js';
import { calledFunction, functionBehind, type FunctionInFile } from '../../src/flow/called-function.js';
import { bindingOfFunction } from '../../src/flow/direct-style/completers.js';
import { type DirectStyle, toDirectStyleAlone } from '../../src/flow/direct-style/direct-style.js';
import { withoutParameter } from '../../src/flow/direct-style/signature.js';
import { promiseFormOf } from '../../src/flow/promise-form.js';
import { type AssumedAsync, assumingAsync } from '../../src/flow/promise-forms/assumed-async.js';
import { callbackParameter, ownCallbackFunction } from '../../src/flow/promise-forms/own-form.js';
import { RUNS_LATER, toResults } from '../../src/flow/promise-forms/result.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import type { Reference } from '../../src/types/oracle.js';
import { findCallbackCalls } from './callback-calls.js';
import { changedOrder } from './changed-order.js';
import { crashBecomesFailure, mayCrashInCallback } from './crash-becomes-failure.js';
import { enclosingFunctionOf } from './enclosing.js';
import { passesErrorsOn } from './error-paths.js';
import { doneParameter, hasPromiseRunner } from './test-functions.js';
import { type PromisifiedUse, promisifiedUseOf, unpromisify } from './promisified-uses.js';

type Outcome = Finding['outcome'];

/** Thrown inside the class only, to leave the walk at the first obstacle. */
class Stop extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

interface CallbackUse {
  readonly file: SyntaxFile;
  readonly call: t.CallExpression;
  /** The function that the call belongs to. */
  readonly caller: t.Function;
}

/**
 * Turns functions of the project that finish by calling their own callback into async functions: a function with
 * everything that calls it, in every file, as one change set. Callers must be such functions themselves, or async, or
 * use the promisified form already, which then makes room for the function itself.
 */
export class OwnFunctions {
  readonly #outcomes = new Map<t.Function, Outcome>();
  readonly #outcomeOfCall = new Map<t.Node, Outcome>();
  readonly #convertible: FunctionInFile[] = [];

  constructor(private readonly context: TransformContext) {
    for (const file of context.files)
      for (const start of startsIn(context, file))
        if (callbackParameter(start.file, start.fn)) this.#findOutcome(start);
  }

  /** Functions that can be converted, in whatever file they stand. */
  get convertible(): readonly FunctionInFile[] {
    return this.#convertible;
  }

  /** What can be done about a function with a callback parameter. */
  outcomeFor(file: SyntaxFile, fn: t.Function): Outcome {
    const known = this.#outcomes.get(fn);
    if (known) return known;
    const places = [file.rangeOf(fn)];
    const isHandler = this.context.handlersIn(file).some((handler) => handler.fn === fn);
    if (isHandler) return { kind: 'refusal', reason: { code: 'callback-handler', places } };
    const obstacle = obstacleIn(file, fn);
    const notAsync: Reason = { code: 'not-async', data: { name: describeFunction(file, fn) }, places };
    return { kind: 'refusal', reason: obstacle ?? notAsync };
  }

  /** The change that awaits a call of such a function, or a call in one; undefined when there is none. */
  outcomeOfCall(call: t.CallExpression): Outcome | undefined {
    return this.#outcomeOfCall.get(call);
  }

  #findOutcome(start: FunctionInFile): void {
    if (this.#outcomes.get(start.fn)?.kind === 'safe') return;
    const group = new OwnGroup(this.context);
    const outcome = group.outcome(start);
    keepBetter(this.#outcomes, start.fn, outcome);
    if (outcome.kind === 'refusal') return;
    this.#convertible.push(start);
    for (const member of group.members.keys()) keepBetter(this.#outcomes, member, outcome);
    for (const call of group.awaited) keepBetter(this.#outcomeOfCall, call, outcome);
  }
}

const RANK: Readonly<Record<Outcome['kind'], number>> = { safe: 2, unsafe: 1, refusal: 0 };

/** A function may be converted alone where the group that it belongs to can't be. */
function keepBetter<Key>(outcomes: Map<Key, Outcome>, key: Key, outcome: Outcome): void {
  const known = outcomes.get(key);
  if (!known || RANK[outcome.kind] > RANK[known.kind]) outcomes.set(key, outcome);
}

/** Why a function isn't certain to call back once: a look at it alone, before everybody who uses it is looked for. */
function obstacleIn(file: SyntaxFile, fn: t.Function): Reason | undefined {
  const callback = callbackParameter(file, fn);
  const summary = callback && completionSummary(file, fn, callback);
  if (!summary || !('what' in summary)) return undefined;
  return { code: 'not-convertible', data: { what: summary.what }, places: [file.rangeOf(summary.node)] };
}

/** Where waiting can begin: functions that are promisified, or called by functions that can wait; and tests. */
function startsIn(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  const tests = file.functions().filter((fn) => doneParameter(file, fn));
  return [
    ...calledByWaiting(context, file),
    ...promisifiedIn(context, file),
    ...tests.map((fn) => ({ file, fn })),
  ];
}

/** Own functions that an async function, or a test, gives a callback. */
function calledByWaiting(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  const all = findCallbackCalls(context, file);
  return all
    .filter(({ call }) => {
      const caller = enclosingFunctionOf(file, call, all);
      return caller && (caller.async || doneParameter(file, caller));
    })
    .flatMap(({ call }) => calledFunction(context, file, call) ?? []);
}

/** Own functions that are promisified somewhere in the file. */
function promisifiedIn(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  if (!file.hasName('promisify')) return [];
  return file.nodes('CallExpression').flatMap((call) => {
    const [original] = call.arguments;
    const isUse = original && promisifiedUseOf(file, nameNodeOf(original)) !== undefined;
    return (isUse && functionBehind(context, file, original)) || [];
  });
}

function nameNodeOf(node: t.Node): t.Node {
  return t.isMemberExpression(node) ? node.property : node;
}

/** Functions that can only be converted together. */
class OwnGroup {
  readonly members = new Map<t.Function, FunctionInFile>();
  /** Calls with a callback that are awaited in the result. */
  readonly awaited = new Set<t.Node>();
  readonly #waiting: FunctionInFile[] = [];
  readonly #calls: CallbackUse[] = [];
  readonly #promisified: PromisifiedUse[] = [];

  constructor(private readonly context: TransformContext) {}

  outcome(start: FunctionInFile): Outcome {
    try {
      this.#add(start);
      for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#followUsers(next);
      return this.#convert();
    } catch (error) {
      if (error instanceof Stop) return { kind: 'refusal', reason: error.reason };
      throw error;
    }
  }

  #add(member: FunctionInFile): void {
    if (this.members.has(member.fn)) return;
    const stop = findStop(this.context, member.file, member.fn);
    if (stop) throw new Stop(stop);
    const obstacle = obstacleIn(member.file, member.fn);
    if (obstacle) throw new Stop(obstacle);
    const isHandler = this.context.handlersIn(member.file).some(({ fn }) => fn === member.fn);
    if (isHandler) throw new Stop({ code: 'callback-handler', places: [member.file.rangeOf(member.fn)] });
    this.members.set(member.fn, member);
    this.#waiting.push(member);
  }

  #followUsers({ file, fn }: FunctionInFile): void {
    if (doneParameter(file, fn)) {
      this.#checkRunner(file, fn);
      return;
    }
    const name = describeFunction(file, fn);
    const places = [file.rangeOf(fn)];
    const usage = this.context.types.usageOf(file.rangeOf(fn));
    if (usage.is !== 'yes') throw new Stop({ code: 'callers-unknown', data: { name }, places });
    const { references, related, externalContract } = usage.value;
    if (externalContract !== undefined)
      throw new Stop({ code: 'external-contract', data: { name, contract: externalContract }, places });
    const uses = references.filter(({ kind }) => kind !== 'mention');
    if (uses.length === 0 || related.length > 0)
      throw new Stop({ code: 'callers-unknown', data: { name }, places });
    for (const use of uses) this.#followUse(use, name, fn.params.length);
  }

  #checkRunner(file: SyntaxFile, fn: t.Function): void {
    if (!hasPromiseRunner(this.context, file))
      throw new Stop({
        code: 'unknown-callee',
        data: { what: 'the test runner' },
        places: [file.rangeOf(fn)],
      });
  }

  #followUse(use: Reference, name: string, parameters: number): void {
    const file = this.context.fileAt(use.file);
    if (!file) throw new Stop({ code: 'outside-run', data: { file: use.file } });
    const nodes = file.nodesAt(use.start).filter((node) => endOf(node) === use.end);
    if (use.kind === 'value') {
      const promisified = nodes.map((node) => promisifiedUseOf(file, node)).find((found) => found);
      if (!promisified) throw new Stop({ code: 'used-as-value', data: { name }, places: [use] });
      this.#promisified.push(promisified);
      return;
    }
    const call = nodes.find((node) => t.isCallExpression(node));
    if (!call || call.arguments.length !== parameters)
      throw new Stop({ code: 'callers-unknown', data: { name }, places: [use] });
    const caller = enclosingFunctionOf(file, call, findCallbackCalls(this.context, file));
    if (!caller)
      throw new Stop({ code: 'no-await-here', data: { place: 'the top of a module' }, places: [use] });
    this.#calls.push({ file, call, caller });
    if (caller.async) return;
    if (!callbackParameter(file, caller))
      throw new Stop({
        code: 'not-convertible',
        data: { what: `${describeFunction(file, caller)} gives ${name} a callback` },
        places: [use],
      });
    this.#add({ file, fn: caller });
  }

  #convert(): Outcome {
    const assumed = this.#assume();
    const context = assumingAsync(this.context, assumed);
    const edits = new Map<string, TextEdit[]>();
    const topLevel = new Map<string, TopLevelRequest[]>();
    const { awaited } = this;
    const doubts: Reason[] = [];
    for (const { file, fn } of this.members.values()) {
      const callback = callbackParameter(file, fn);
      const isTest = doneParameter(file, fn) !== undefined;
      const result = toDirectStyleAlone(context, file, fn, { callback, isTest });
      if ('refusal' in result) throw new Stop(result.refusal);
      const { direct } = result;
      if (isTest && direct.awaited.length === 0) throw new Stop(waitsForNothing(file, fn));
      const signature = asyncSignatureEdits(file, fn, { withKeyword: true });
      if (!signature.ok) throw new Stop(signature.reason);
      for (const call of direct.awaited) awaited.add(call);
      if (direct.doubt) doubts.push(direct.doubt);
      append(edits, file.path, [
        ...signature.edits,
        ...withoutParameter(file, fn, fn.params.length - 1),
        ...direct.edits,
      ]);
      if (direct.topLevel.length > 0) append(topLevel, file.path, direct.topLevel);
    }
    for (const use of this.#callsInAsyncFunctions()) {
      if (awaited.has(use.call)) continue;
      const direct = directCall(context, use);
      for (const call of direct.awaited) awaited.add(call);
      const doubt = direct.doubt ?? changedOrder(this.context, use.file, use.caller, direct.resumed);
      if (doubt) doubts.push(doubt);
      append(edits, use.file.path, direct.edits);
      if (direct.topLevel.length > 0) append(topLevel, use.file.path, direct.topLevel);
    }
    this.#checkAllCallsAreAwaited(awaited);
    for (const [file, uses] of this.#promisifiedByFile())
      append(edits, file.path, this.#unpromisified(file, uses, topLevel.has(file.path), awaited));
    for (const [path, list] of edits)
      if (findOverlap(list))
        throw new Stop({ code: 'not-convertible', data: { what: `edits of ${path} touch each other` } });
    const changeSet: ChangeSet = { edits, topLevel };
    const reason = doubts[0] ?? this.#changedErrorPath();
    return reason ? { kind: 'unsafe', changeSet, reason } : { kind: 'safe', changeSet };
  }

  /** The innermost first: what is around a call is awaited together with it. */
  #callsInAsyncFunctions(): readonly CallbackUse[] {
    return this.#calls.filter(({ caller }) => caller.async).sort((a, b) => startOf(b.call) - startOf(a.call));
  }

  #assume(): AssumedAsync {
    const judged = [...this.members.keys()].map((fn) => ({ fn, count: fn.params.length }));
    return new Map(
      [...this.members.values()].map((member) => {
        const own = ownCallbackFunction(member, judged, (file, call) => this.#formInside(file, call));
        if (!own || 'reason' in own)
          throw new Stop(
            own?.reason ?? {
              code: 'not-convertible',
              data: { what: `${describeFunction(member.file, member.fn)} takes no completion callback` },
            },
          );
        if (own.summary.results > 1)
          throw new Stop({
            code: 'not-convertible',
            data: { what: `${describeFunction(member.file, member.fn)} gives its callback several results` },
            places: [member.file.rangeOf(member.fn)],
          });
        const results = toResults(own.summary.results === 0 ? [] : ['result']);
        return [member.fn, { results, run: own.run }] as const;
      }),
    );
  }

  /** Members are judged by themselves: what they call of each other calls back once if all of them do. */
  #formInside(file: SyntaxFile, call: t.CallExpression): ReturnType<typeof promiseFormOf> {
    const form = { results: toResults(['result']), run: RUNS_LATER };
    const everyMember = new Map([...this.members.keys()].map((fn) => [fn, form]));
    return promiseFormOf(assumingAsync(this.context, everyMember), file, call);
  }

  #checkAllCallsAreAwaited(awaited: ReadonlySet<t.Node>): void {
    const left = this.#calls.find(({ call }) => !awaited.has(call));
    if (left)
      throw new Stop({
        code: 'not-convertible',
        data: { what: 'a call with a callback would stay' },
        places: [left.file.rangeOf(left.call)],
      });
  }

  #promisifiedByFile(): ReadonlyMap<SyntaxFile, PromisifiedUse[]> {
    const byFile = new Map<SyntaxFile, PromisifiedUse[]>();
    for (const use of this.#promisified) byFile.set(use.file, [...(byFile.get(use.file) ?? []), use]);
    return byFile;
  }

  #unpromisified(
    file: SyntaxFile,
    uses: readonly PromisifiedUse[],
    needsPromisify: boolean,
    awaited: ReadonlySet<t.Node>,
  ): readonly TextEdit[] {
    // What is left to convert will need the import again.
    const isDone = findCallbackCalls(this.context, file).every(({ call }) => awaited.has(call));
    const edits = unpromisify(file, uses, { keepImport: needsPromisify || !isDone });
    if (edits) return edits;
    throw new Stop({
      code: 'used-as-value',
      data: { name: 'the promisified form' },
      places: uses.map(({ whole }) => file.rangeOf(whole)),
    });
  }

  /** An exception in a callback crashes today; in an async function it is a failure, which a caller may handle. */
  #changedErrorPath(): Reason | undefined {
    const recovering =
      this.#calls.find(({ file, call }) => !passesErrorsOn(file, call)) ??
      this.#promisified
        .map(({ file, whole }) => ({ file, call: whole }))
        .find(({ file, call }) => !passesErrorsOn(file, call));
    if (!recovering || !this.#mayCrash()) return undefined;
    return crashBecomesFailure(recovering.file, recovering.call);
  }

  #mayCrash(): boolean {
    const members = [...this.members.values()].filter(({ file, fn }) => !doneParameter(file, fn));
    const finishing = members.flatMap(({ file, fn }) => bindingOfFunction(file, fn) ?? []);
    return members.some(({ file, fn }) => {
      const callback = callbackParameter(file, fn);
      return mayCrashInCallback(file, fn, [...this.awaited], callback ? [...finishing, callback] : finishing);
    });
  }
}

/** A test that does everything at once gains nothing. */
function waitsForNothing(file: SyntaxFile, fn: t.Function): Reason {
  return {
    code: 'not-async',
    data: { name: describeFunction(file, fn) },
    places: [file.rangeOf(fn)],
  };
}

function directCall(context: TransformContext, { file, call, caller }: CallbackUse): DirectStyle {
  const result = toDirectStyleAlone(context, file, caller, { call });
  if ('refusal' in result) throw new Stop(result.refusal);
  return result.direct;
}

function append<T>(lists: Map<string, T[]>, path: string, items: readonly T[]): void {
  lists.set(path, [...(lists.get(path) ?? []), ...items]);
}
