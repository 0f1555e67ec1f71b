import * as t from '@babel/types';
import type { TextEdit } from '../edit/text-edit.js';
import { describeFunction } from '../syntax/function-name.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../transform.js';
import type { NodeRange, Reference } from '../types/oracle.js';
import { awaitArrayCall } from './array-callback.js';
import { asyncSignatureEdits, type BodilessSignature, promisedSignatureEdits } from './async-signature.js';
import { findStop, findStopOfAwait } from './async-stop.js';
import { awaitContextOf } from './await-context.js';
import { needsOfCall } from './awaited-call.js';
import { findChangeOfOuterState } from './outer-state.js';
import { type FunctionPosition, positionOf } from './function-position.js';
import { findChangedAnswer } from './handler-answer.js';
import { returnsPromiseAlready } from './promise-return.js';
import type { SignatureEdits } from './signature-edits.js';
import { canAwaitAtTopLevel } from './top-level-await.js';

/** A place in a file. */
export interface Place<Node extends t.Node = t.Node> {
  readonly file: SyntaxFile;
  readonly node: Node;
}

/** An `await` that was put somewhere, for those who look at what it separates. */
export type InsertedAwait = Place<t.Expression>;

export type Propagation =
  | {
      readonly ok: true;
      /** All edits in all files, to be made together. */
      readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
      readonly awaits: readonly InsertedAwait[];
      /** Handlers that become async. */
      readonly handlers: readonly Place<t.Function>[];
      /** What may change beyond the leak; none when the change is safe. */
      readonly concerns: readonly Reason[];
    }
  | { readonly ok: false; readonly reason: Reason };

/**
 * Makes functions async, and carries that to every caller in every file: each call is awaited, so the function around
 * it becomes async too, and so on. What stands in the way anywhere stops all of it.
 *
 * @param starts functions that need an `await` in their own body; the edits there are the caller's
 */
export function propagateAsync(context: TransformContext, starts: readonly Place<t.Function>[]): Propagation {
  return new AsyncPropagation(context).run(starts);
}

/** Thrown inside the class only, to leave the walk at the first obstacle. */
class Stop extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

type Call = t.CallExpression | t.OptionalCallExpression;

class AsyncPropagation {
  readonly #edits = new Map<string, TextEdit[]>();
  readonly #awaits: InsertedAwait[] = [];
  readonly #handlers: Place<t.Function>[] = [];
  readonly #concerns: Reason[] = [];
  readonly #seen = new Set<string>();
  readonly #waiting: Place<t.Function>[] = [];
  /** Functions that get the keyword; one that only passes a promise on may do without. */
  readonly #withAwait = new Set<t.Function>();

  constructor(private readonly context: TransformContext) {}

  run(starts: readonly Place<t.Function>[]): Propagation {
    try {
      for (const start of starts) this.#requireAsync(start);
      for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#makeAsync(next);
    } catch (error) {
      if (error instanceof Stop) return { ok: false, reason: error.reason };
      throw error;
    }
    return {
      ok: true,
      edits: this.#edits,
      awaits: this.#awaits,
      handlers: this.#handlers,
      concerns: this.#concerns,
    };
  }

  /** The function has an `await` in its body. */
  #requireAsync({ file, node: fn }: Place<t.Function>): void {
    if (fn.async) {
      const stop = findStopOfAwait(this.context, file, fn);
      if (stop) throw new Stop(stop);
      return;
    }
    if (!this.#withAwait.has(fn)) {
      this.#withAwait.add(fn);
      this.#addSignature(file, asyncSignatureEdits(file, fn, { withKeyword: true }));
    }
    this.#requirePromise({ file, node: fn });
  }

  /** What the function returns is a promise from now on. */
  #requirePromise(place: Place<t.Function>): void {
    const key = `${startOf(place.node)}:${place.file.path}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#waiting.push(place);
  }

  #makeAsync({ file, node: fn }: Place<t.Function>): void {
    const stop = findStop(this.context, file, fn);
    if (stop) throw new Stop(stop);
    if (returnsPromiseAlready(this.context.types, file, fn)) return;
    if (isHandler(this.context, file, fn)) {
      this.#handlers.push({ file, node: fn });
      const changedAnswer = findChangedAnswer(this.context, file, fn);
      if (changedAnswer) this.#concerns.push(changedAnswer);
    }
    const position = positionOf(file, fn, fn);
    if (position.kind === 'named') this.#followUsers({ file, node: fn });
    else this.#followPosition(file, { file, node: fn }, position);
  }

  #followUsers({ file, node: fn }: Place<t.Function>): void {
    const { types } = this.context;
    const name = describeFunction(file, fn);
    const usage = types.usageOf(file.rangeOf(fn));
    if (usage.is !== 'yes')
      throw new Stop({ code: 'callers-unknown', data: { name }, places: [file.rangeOf(fn)] });
    const { references, related, externalContract } = usage.value;
    if (externalContract !== undefined && !isHandler(this.context, file, fn))
      throw new Stop({
        code: 'external-contract',
        data: { name, contract: externalContract },
        places: [file.rangeOf(fn)],
      });
    if (
      isMember(file, fn) &&
      !isHandler(this.context, file, fn) &&
      references.every(({ kind }) => kind === 'mention')
    )
      throw new Stop({ code: 'callers-unknown', data: { name }, places: [file.rangeOf(fn)] });
    for (const range of related) this.#changeRelated(range, fn);
    for (const reference of references) this.#followReference(reference, { file, node: fn });
  }

  /** Overrides, implemented interfaces and overloads change together. */
  #changeRelated(range: NodeRange, fn: t.Function): void {
    const file = this.#fileAt(range.file);
    const node = findNode(file, range, isSignature);
    if (node === fn) return;
    if (!node)
      throw new Stop({
        code: 'callers-unknown',
        data: { name: describeFunction(file, fn) },
        places: [range],
      });
    if (t.isFunction(node)) this.#requireAsync({ file, node });
    else this.#addSignature(file, promisedSignatureEdits(file, node));
  }

  #followReference(reference: Reference, callee: Place<t.Function>): void {
    if (reference.kind === 'mention') return;
    const name = describeFunction(callee.file, callee.node);
    const file = this.#fileAt(reference.file);
    if (reference.kind === 'call') {
      const call = findNode(file, reference, isCall);
      if (!call) throw new Stop({ code: 'callers-unknown', data: { name }, places: [reference] });
      this.#awaitCall(file, call);
      return;
    }
    const value = reference.kind === 'value' ? findNode(file, reference, isAnyNode) : undefined;
    if (!value) throw new Stop({ code: 'used-as-value', data: { name }, places: [reference] });
    this.#followPosition(file, callee, positionOf(file, value, callee.node));
  }

  /** @param file where the function is used */
  #followPosition(file: SyntaxFile, callee: Place<t.Function>, position: FunctionPosition): void {
    switch (position.kind) {
      case 'named':
      case 'awaited':
        return;
      case 'called':
        this.#awaitCall(file, position.call);
        return;
      case 'array-callback': {
        const result = awaitArrayCall(file, this.context.types, position.call);
        if (!result.ok) throw new Stop(result.reason);
        const change = findChangeOfOuterState(callee.file, callee.node);
        if (change)
          this.#concerns.push({
            code: 'order-changes',
            data: { what: 'what the callback changes outside itself' },
            places: [callee.file.rangeOf(change)],
          });
        if (result.mustAwait) this.#addAwait({ file, node: position.call.call }, result.edits);
        return;
      }
      case 'value':
        throw new Stop({
          code: 'used-as-value',
          data: { name: describeFunction(callee.file, callee.node) },
          places: [file.rangeOf(position.node)],
        });
    }
  }

  #awaitCall(file: SyntaxFile, call: Call): void {
    const needs = needsOfCall(file, call);
    if (needs.kind === 'stop') throw new Stop(needs.reason);
    if (needs.kind === 'await') this.#addAwait({ file, node: call }, needs.edits);
    if (needs.kind === 'passed-on') this.#passOn(file, call);
  }

  /** The function returns the promise; where it has users to be told so, `async` tells them. */
  #passOn(file: SyntaxFile, call: Call): void {
    const where = awaitContextOf(file, call);
    if (where.kind === 'never') throw new Stop(noAwaitHere(file, where));
    if (where.kind !== 'sync') return;
    const place = { file, node: where.fn };
    if (positionOf(file, where.fn, where.fn).kind === 'named') this.#requireAsync(place);
    else this.#requirePromise(place);
  }

  #addAwait(place: InsertedAwait, edits: readonly TextEdit[]): void {
    const { file, node } = place;
    const where = awaitContextOf(file, node);
    if (where.kind === 'never') throw new Stop(noAwaitHere(file, where));
    if (where.kind === 'top-level' && !canAwaitAtTopLevel(file, this.context.packages))
      throw new Stop({ code: 'commonjs-top-level', places: [file.rangeOf(node)] });
    this.#addEdits(file, edits);
    this.#addPlace(place);
    if (where.kind === 'sync') this.#requireAsync({ file, node: where.fn });
  }

  /** Two awaits that begin at one offset (`f().g()`) would have to be nested in the right order. */
  #addPlace(place: InsertedAwait): void {
    const { file, node } = place;
    const atSameStart = this.#awaits.filter(
      (other) => other.file === file && startOf(other.node) === startOf(node),
    );
    if (atSameStart.some((other) => other.node === node)) return;
    if (atSameStart.length > 0)
      throw new Stop({
        code: 'not-convertible',
        data: { what: 'two calls of one chain become promises' },
        places: [file.rangeOf(node)],
      });
    this.#awaits.push(place);
  }

  #addSignature(file: SyntaxFile, signature: SignatureEdits): void {
    if (!signature.ok) throw new Stop(signature.reason);
    this.#addEdits(file, signature.edits);
  }

  /** One place may be reached on several ways; what is there already isn't put there again. */
  #addEdits(file: SyntaxFile, edits: readonly TextEdit[]): void {
    const known = this.#edits.get(file.path) ?? [];
    const isKnown = (edit: TextEdit): boolean =>
      known.some(({ start, end, text }) => start === edit.start && end === edit.end && text === edit.text);
    this.#edits.set(file.path, [...known, ...edits.filter((edit) => !isKnown(edit))]);
  }

  #fileAt(path: string): SyntaxFile {
    const file = this.context.fileAt(path);
    if (!file) throw new Stop({ code: 'outside-run', data: { file: path } });
    return file;
  }
}

function isHandler(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  return context.handlersIn(file).some((handler) => handler.fn === fn);
}

/** A method that nobody in the project calls is called by somebody who can't be seen. */
function isMember(file: SyntaxFile, fn: t.Function): boolean {
  if (t.isClassMethod(fn) || t.isClassPrivateMethod(fn) || t.isObjectMethod(fn)) return true;
  const parent = file.parentOf(fn);
  return t.isObjectProperty(parent) || t.isClassProperty(parent);
}

function noAwaitHere(file: SyntaxFile, { place, node }: { place: string; node: t.Node }): Reason {
  return { code: 'no-await-here', data: { place }, places: [file.rangeOf(node)] };
}

function isCall(node: t.Node): node is Call {
  return t.isCallExpression(node) || t.isOptionalCallExpression(node);
}

function isSignature(node: t.Node): node is t.Function | BodilessSignature {
  return (
    t.isFunction(node) ||
    t.isTSMethodSignature(node) ||
    t.isTSPropertySignature(node) ||
    t.isTSDeclareFunction(node) ||
    t.isTSDeclareMethod(node) ||
    t.isClassProperty(node)
  );
}

function isAnyNode(node: t.Node): node is t.Node {
  return t.isExpression(node) || t.isFunction(node);
}

/** The outermost node of a kind that is exactly this range. */
function findNode<Node extends t.Node>(
  file: SyntaxFile,
  { start, end }: NodeRange,
  isWanted: (node: t.Node) => node is Node,
): Node | undefined {
  return file.nodesAt(start).find((node): node is Node => endOf(node) === end && isWanted(node));
}
