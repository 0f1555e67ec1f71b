import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { memberName, unwrap, withoutVoid } from '../../syntax/unwrap.js';
import { isContextMethod, isGivenToAnswerer } from './context-answer.js';
import { nullishnessOf } from './nullish.js';

/** The names through which a function finishes. */
export interface CompletionNames {
  /** An error-first callback. */
  readonly callback?: Binding | undefined;
  /** Is the function a test, which fails whatever the error is? */
  readonly isTest?: boolean;
  /** A Lambda context with `succeed`, `fail` and `done`. */
  readonly context?: Binding | undefined;
  /** What settles a promise that the function makes and returns. */
  readonly promise?: { readonly resolve: Binding; readonly reject: Binding | undefined } | undefined;
  /** A call with a callback that is to be awaited although the callback completes nothing. */
  readonly call?: t.CallExpression | undefined;
  /** Functions inside that call the callback themselves: calling one finishes, too. */
  readonly completers?: readonly Binding[] | undefined;
}

/** A call that finishes the function, with the arguments as written. */
export interface Completion {
  readonly call: t.CallExpression;
  /** The name that is used up by this call. */
  readonly identifier: t.Identifier;
  readonly error: t.Expression | undefined;
  readonly result: t.Expression | undefined;
  /** `context.fail` and a promise's `reject` fail whatever they are given. */
  readonly alwaysFails: boolean;
  /** Does a promise that is given as the result become the function's own, as a returned one does? */
  readonly adopts?: boolean;
}

function expressionsOf(call: t.CallExpression): readonly t.Expression[] | undefined {
  const expressions = call.arguments.filter((argument): argument is t.Expression => t.isExpression(argument));
  return expressions.length === call.arguments.length ? expressions : undefined;
}

/** A reason that isn't written as nothing. */
function isSurelyThere(file: SyntaxFile, reason: t.Expression | undefined): boolean {
  return reason !== undefined && nullishnessOf(file, reason) !== 'always';
}

/** Tells what finishes a function, and finds it in a piece of code. */
export class CompletionFinder {
  readonly #identifiers: readonly t.Identifier[];

  constructor(
    readonly file: SyntaxFile,
    readonly names: CompletionNames,
  ) {
    const completers = (names.completers ?? []).flatMap(({ references }) => references);
    this.#identifiers = [
      ...this.#callbackUses(),
      ...this.#contextUses(),
      ...this.#promiseUses(),
      ...completers,
    ].sort((a, b) => startOf(a) - startOf(b));
  }

  /** Every use of a completing name: each must be understood, or the function can't be converted. */
  get identifiers(): readonly t.Identifier[] {
    return this.#identifiers;
  }

  #callbackUses(): readonly t.Identifier[] {
    const { callback } = this.names;
    const uses = callback ? [...callback.references, ...callback.writes] : [];
    return uses.filter((use) => !this.#isGuard(use));
  }

  #promiseUses(): readonly t.Identifier[] {
    const { resolve, reject } = this.names.promise ?? {};
    return [resolve, reject].flatMap((binding) =>
      binding ? [...binding.references, ...binding.writes] : [],
    );
  }

  #contextUses(): readonly t.Identifier[] {
    return (this.names.context?.references ?? []).filter(
      (use) => isContextMethod(this.file, use) || isGivenToAnswerer(this.file, use),
    );
  }

  isIn(node: t.Node): boolean {
    return this.isInRange(startOf(node), endOf(node));
  }

  isInRange(start: number, end: number): boolean {
    const { call } = this.names;
    if (call && startOf(call) >= start && endOf(call) <= end) return true;
    return this.#identifiers.some((identifier) => startOf(identifier) >= start && endOf(identifier) <= end);
  }

  /** The name of the completer that is called or passed here. */
  asCompleter(node: t.Node): t.Identifier | undefined {
    const inner = unwrap(node);
    if (!t.isIdentifier(inner)) return undefined;
    const binding = this.file.bindingOf(inner);
    return binding && this.names.completers?.includes(binding) ? inner : undefined;
  }

  /** The completing name when this expression is one that may be passed as an error-first callback. */
  asCallback(node: t.Node): t.Identifier | undefined {
    const inner = unwrap(node);
    if (t.isIdentifier(inner) && this.#isCallback(inner)) return inner;
    return this.#asMethod(inner, 'done');
  }

  /** The completing name when this expression can take a promise's reason as its error. */
  asFailure(node: t.Node): t.Identifier | undefined {
    return this.asCallback(node) ?? this.#asMethod(node, 'fail') ?? this.#asSettler(node, 'reject');
  }

  /** The completing name when this expression can take a promise's value as its result. */
  asSuccess(node: t.Node): t.Identifier | undefined {
    return this.#asMethod(node, 'succeed') ?? this.#asSettler(node, 'resolve') ?? this.#asBound(node);
  }

  /** `callback.bind(null, null)` */
  #asBound(node: t.Node): t.Identifier | undefined {
    const call = unwrap(node);
    if (!t.isCallExpression(call) || call.arguments.length !== 2) return undefined;
    const callee = unwrap(call.callee);
    const [, error] = call.arguments;
    const isBinding = t.isMemberExpression(callee) && memberName(callee) === 'bind';
    if (!isBinding || !error || nullishnessOf(this.file, error) !== 'always') return undefined;
    const bound = unwrap(callee.object);
    return t.isIdentifier(bound) && this.#isCallback(bound) ? bound : undefined;
  }

  /** `callback && callback(err)`: whoever waits for the function gives it a callback today. */
  #withoutGuard(node: t.Node): t.Node {
    if (!t.isLogicalExpression(node, { operator: '&&' })) return node;
    const [guard, call] = [unwrap(node.left), unwrap(node.right)];
    const isGuarded =
      t.isIdentifier(guard) && t.isCallExpression(call) && t.isIdentifier(call.callee, { name: guard.name });
    return isGuarded && this.#isCallback(guard) ? call : node;
  }

  /** A test whether there is a callback goes with what it guards. */
  #isGuard(identifier: t.Identifier): boolean {
    const parent = this.file.parentOf(identifier);
    if (t.isIfStatement(parent) && this.guardedBy(parent) !== undefined) {
      const { consequent } = parent;
      const uses = this.names.callback?.references ?? [];
      return parent.test === identifier && uses.some((use) => this.file.contains(consequent, use));
    }
    return (
      t.isLogicalExpression(parent) && parent.left === identifier && this.#withoutGuard(parent) !== parent
    );
  }

  /** What `if (callback) …` does; undefined for other statements. */
  guardedBy(statement: t.IfStatement): t.Statement | undefined {
    const test = unwrap(statement.test);
    const isGuard = t.isIdentifier(test) && this.#isCallback(test) && !statement.alternate;
    return isGuard ? statement.consequent : undefined;
  }

  #asSettler(node: t.Node, settler: 'resolve' | 'reject'): t.Identifier | undefined {
    const inner = unwrap(node);
    const binding = this.names.promise?.[settler];
    const isSettler = binding && t.isIdentifier(inner) && this.file.bindingOf(inner) === binding;
    return isSettler ? inner : undefined;
  }

  #asMethod(node: t.Node, method: string): t.Identifier | undefined {
    const inner = unwrap(node);
    if (!t.isMemberExpression(inner) || memberName(inner) !== method) return undefined;
    return t.isIdentifier(inner.object) && this.#isContext(inner.object) ? inner.object : undefined;
  }

  /** @returns undefined for anything but a plain call of a completing name. */
  completionOf(node: t.Node): Completion | undefined {
    const call = this.#withoutGuard(withoutVoid(node));
    if (!t.isCallExpression(call)) return undefined;
    const args = expressionsOf(call);
    const callee = unwrap(call.callee);
    if (!args) return undefined;
    const [first, second] = args;
    if (t.isIdentifier(callee) && this.#isCallback(callee))
      return { call, identifier: callee, error: first, result: second, alwaysFails: false };
    if (this.#asSettler(callee, 'resolve') && t.isIdentifier(callee))
      return { call, identifier: callee, error: undefined, result: first, alwaysFails: false, adopts: true };
    if (this.#asSettler(callee, 'reject') && t.isIdentifier(callee))
      return isSurelyThere(this.file, first)
        ? { call, identifier: callee, error: first, result: undefined, alwaysFails: true }
        : undefined;
    if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.object) || !this.#isContext(callee.object))
      return undefined;
    const identifier = callee.object;
    switch (memberName(callee)) {
      case 'succeed':
        return { call, identifier, error: undefined, result: first, alwaysFails: false };
      case 'fail':
        return { call, identifier, error: first, result: undefined, alwaysFails: true };
      case 'done':
        return { call, identifier, error: first, result: second, alwaysFails: false };
      default:
        return undefined;
    }
  }

  #isCallback(identifier: t.Identifier): boolean {
    const { callback } = this.names;
    return callback !== undefined && this.file.bindingOf(identifier) === callback;
  }

  #isContext(identifier: t.Identifier): boolean {
    const { context } = this.names;
    return context !== undefined && this.file.bindingOf(identifier) === context;
  }
}
