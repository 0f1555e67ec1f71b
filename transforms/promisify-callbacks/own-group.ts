import * as t from '@babel/types';
import { findStop } from '../../src/flow/async-stop.js';
import type { FunctionInFile } from '../../src/flow/called-function.js';
import { completionSummary, reasonOf } from '../../src/flow/completing-once.js';
import { callbackParameter } from '../../src/flow/promise-forms/own-form.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import { endOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import type { Reference } from '../../src/types/oracle.js';
import { findCallbackCalls } from './callback-calls.js';
import { enclosingFunctionOf } from './enclosing.js';
import { type PromisifiedUse, promisifiedUseOf } from './promisified-uses.js';
import { Stop } from './stop.js';
import { doneParameter, hasPromiseRunner } from './test-functions.js';

export interface CallbackUse {
  readonly file: SyntaxFile;
  readonly call: t.CallExpression;
  /** The function that the call belongs to. */
  readonly caller: t.Function;
}

/** Why a function isn't certain to call back once: a look at it alone, before everybody who uses it is looked for. */
export function obstacleIn(file: SyntaxFile, fn: t.Function): Reason | undefined {
  const callback = callbackParameter(file, fn);
  const summary = callback && completionSummary(file, fn, callback);
  if (!summary || !('what' in summary)) return undefined;
  return reasonOf(file, summary);
}

/** Functions that can only be converted together: one, and everything that calls it. */
export class OwnGroup {
  readonly members = new Map<t.Function, FunctionInFile>();
  readonly #waiting: FunctionInFile[] = [];
  readonly calls: CallbackUse[] = [];
  readonly promisified: PromisifiedUse[] = [];

  constructor(private readonly context: TransformContext) {}

  /** @throws Stop at the first obstacle. */
  collect(start: FunctionInFile): void {
    this.#add(start);
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#followUsers(next);
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
      this.promisified.push(promisified);
      return;
    }
    const call = nodes.find((node) => t.isCallExpression(node));
    if (!call || call.arguments.length !== parameters)
      throw new Stop({ code: 'callers-unknown', data: { name }, places: [use] });
    const caller = enclosingFunctionOf(file, call, findCallbackCalls(this.context, file));
    if (!caller)
      throw new Stop({ code: 'no-await-here', data: { place: 'the top of a module' }, places: [use] });
    this.calls.push({ file, call, caller });
    if (caller.async) return;
    if (!callbackParameter(file, caller))
      throw new Stop({
        code: 'not-convertible',
        data: { what: `${describeFunction(file, caller)} gives ${name} a callback, and can not wait` },
        places: [use],
      });
    this.#add({ file, fn: caller });
  }
}
