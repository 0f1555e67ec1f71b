import type * as t from '@babel/types';
import type { FunctionInFile } from '../../src/flow/called-function.js';
import { callbackParameter } from '../../src/flow/promise-forms/own-form.js';
import { describeFunction } from '../../src/syntax/function-name.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';
import { GroupConversion } from './convert-group.js';
import { obstacleIn, OwnGroup } from './own-group.js';
import { Stop } from './stop.js';
import { startsIn } from './waiting-starts.js';

type Outcome = Finding['outcome'];

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
    if (obstacle) return { kind: 'refusal', reason: obstacle };
    const { outcome } = this.#convert({ file, fn });
    const notAsync: Reason = { code: 'not-async', data: { name: describeFunction(file, fn) }, places };
    const refusal: Outcome = outcome.kind === 'refusal' ? outcome : { kind: 'refusal', reason: notAsync };
    this.#outcomes.set(fn, refusal);
    return refusal;
  }

  /** The change that awaits a call of such a function, or a call in one; undefined when there is none. */
  outcomeOfCall(call: t.CallExpression): Outcome | undefined {
    return this.#outcomeOfCall.get(call);
  }

  #convert(start: FunctionInFile): {
    readonly outcome: Outcome;
    readonly group: OwnGroup;
    readonly awaited: ReadonlySet<t.Node>;
  } {
    const group = new OwnGroup(this.context);
    const conversion = new GroupConversion(this.context, group);
    const { awaited } = conversion;
    try {
      group.collect(start);
      return { outcome: conversion.convert(), group, awaited };
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return { outcome: { kind: 'refusal', reason: error.reason }, group, awaited };
    }
  }

  #findOutcome(start: FunctionInFile): void {
    if (this.#outcomes.get(start.fn)?.kind === 'safe') return;
    const { outcome, group, awaited } = this.#convert(start);
    keepBetter(this.#outcomes, start.fn, outcome);
    if (outcome.kind === 'refusal') return;
    this.#convertible.push(start);
    for (const member of group.members.keys()) keepBetter(this.#outcomes, member, outcome);
    for (const call of awaited) keepBetter(this.#outcomeOfCall, call, outcome);
  }
}

const RANK: Readonly<Record<Outcome['kind'], number>> = { safe: 2, unsafe: 1, refusal: 0 };

/** A function may be converted alone where the group that it belongs to can't be. */
function keepBetter<Key>(outcomes: Map<Key, Outcome>, key: Key, outcome: Outcome): void {
  const known = outcomes.get(key);
  if (!known || RANK[outcome.kind] > RANK[known.kind]) outcomes.set(key, outcome);
}
