import * as t from '@babel/types';
import type { ChangeSet, TopLevelRequest } from '../../src/edit/change-set.js';
import { findOverlap, type TextEdit } from '../../src/edit/text-edit.js';
import { asyncSignatureEdits } from '../../src/flow/async-signature.js';
import { bindingOfFunction } from '../../src/flow/direct-style/completers.js';
import { type DirectStyle, toDirectStyleAlone } from '../../src/flow/direct-style/direct-style.js';
import { withoutParameter } from '../../src/flow/direct-style/signature.js';
import { promiseFormOf } from '../../src/flow/promise-form.js';
import { type AssumedAsync, assumingAsync } from '../../src/flow/promise-forms/assumed-async.js';
import { callbackParameter, ownCallbackFunction } from '../../src/flow/promise-forms/own-form.js';
import { RUNS_LATER, toResults } from '../../src/flow/promise-forms/result.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import { startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { findCallbackCalls } from './callback-calls.js';
import { changedOrder } from './changed-order.js';
import { crashBecomesFailure, mayCrashInCallback } from './crash-becomes-failure.js';
import { passesErrorsOn } from './error-paths.js';
import type { CallbackUse, OwnGroup } from './own-group.js';
import { type PromisifiedUse, unpromisify } from './promisified-uses.js';
import { Stop } from './stop.js';
import { doneParameter } from './test-functions.js';

type Outcome = Finding['outcome'];

/** Writes functions that can only be converted together, and everything that calls them, in direct style. */
export class GroupConversion {
  /** Calls with a callback that are awaited in the result. */
  readonly awaited = new Set<t.Node>();

  constructor(
    private readonly context: TransformContext,
    private readonly group: OwnGroup,
  ) {}

  /** @throws Stop when one of them has no direct form. */
  convert(): Outcome {
    const assumed = this.#assume();
    const context = assumingAsync(this.context, assumed);
    const edits = new Map<string, TextEdit[]>();
    const topLevel = new Map<string, TopLevelRequest[]>();
    const { awaited } = this;
    const doubts: Reason[] = [];
    for (const { file, fn } of this.group.members.values()) {
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
    return this.group.calls
      .filter(({ caller }) => caller.async)
      .sort((a, b) => startOf(b.call) - startOf(a.call));
  }

  #assume(): AssumedAsync {
    const judged = [...this.group.members.keys()].map((fn) => ({ fn, count: fn.params.length }));
    return new Map(
      [...this.group.members.values()].map((member) => {
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
    const everyMember = new Map([...this.group.members.keys()].map((fn) => [fn, form]));
    return promiseFormOf(assumingAsync(this.context, everyMember), file, call);
  }

  #checkAllCallsAreAwaited(awaited: ReadonlySet<t.Node>): void {
    const left = this.group.calls.find(({ call }) => !awaited.has(call));
    if (left)
      throw new Stop({
        code: 'not-convertible',
        data: { what: 'a call with a callback would stay' },
        places: [left.file.rangeOf(left.call)],
      });
  }

  #promisifiedByFile(): ReadonlyMap<SyntaxFile, PromisifiedUse[]> {
    const byFile = new Map<SyntaxFile, PromisifiedUse[]>();
    for (const use of this.group.promisified) byFile.set(use.file, [...(byFile.get(use.file) ?? []), use]);
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
      this.group.calls.find(({ file, call }) => !passesErrorsOn(file, call)) ??
      this.group.promisified
        .map(({ file, whole }) => ({ file, call: whole }))
        .find(({ file, call }) => !passesErrorsOn(file, call));
    if (!recovering || !this.#mayCrash()) return undefined;
    return crashBecomesFailure(recovering.file, recovering.call);
  }

  #mayCrash(): boolean {
    const members = [...this.group.members.values()].filter(({ file, fn }) => !doneParameter(file, fn));
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
