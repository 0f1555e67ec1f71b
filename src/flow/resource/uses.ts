import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { releaseMethodsOf } from '../../knowledge/resources.js';
import type { Binding } from '../../syntax/binding.js';
import { type SyntaxFile, startOf } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Reason, TransformContext } from '../../transform.js';
import { passesFunction } from './acquisition.js';
import { type CalleeFate, calleeFate } from './callee-fate.js';
import { calledFunction } from '../called-function.js';
import { closureRoleOf } from '../closure-role.js';
import { isThenable } from '../is-thenable.js';
import { ENDLESS_METHODS, isPassiveListener, LISTENER_METHODS } from './listeners.js';
import type { AnyCall, ResourceUses, Role } from './resource-uses.js';

const PROMISE_COMBINATORS = new Set(['all', 'allSettled', 'race', 'any', 'resolve']);
const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);
const HARMLESS_GLOBALS = new Set(['console', 'JSON', 'Boolean', 'String', 'Number', 'Object', 'assert']);

/**
 * Follows a name, and everything made from it, through a function and the project functions it is passed to.
 *
 * @param fn the function that has the resource; where it is used inside other functions, those must end before it
 */
export function usesOf(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  resource: Resource,
  binding: Binding,
): ResourceUses {
  const collector = new UseCollector(context, file, fn, resource);
  collector.followBinding(binding, 'self');
  return collector;
}

class UseCollector implements ResourceUses {
  readonly identifiers: t.Identifier[] = [];
  readonly releases: AnyCall[] = [];
  readonly opens: AnyCall[] = [];
  readonly returned: t.Expression[] = [];
  readonly dropped: AnyCall[] = [];
  readonly problems: Reason[] = [];
  readonly ongoing: Reason[] = [];
  readonly #followed = new Set<Binding>();
  readonly #closures = new Set<t.Function>();

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    readonly fn: t.Function,
    readonly resource: Resource,
  ) {}

  followBinding(binding: Binding, role: Role): void {
    if (this.#followed.has(binding)) return;
    this.#followed.add(binding);
    for (const reference of binding.references) {
      this.identifiers.push(reference);
      this.#enterClosures(reference);
      this.#follow(reference, role);
    }
  }

  #problem(code: Reason['code'], place: t.Node, data: Reason['data'] = {}): void {
    this.problems.push({
      code,
      data: { what: firstLine(this.file.slice(place)), ...data },
      places: [this.file.rangeOf(place)],
    });
  }

  /** It does this until it is closed, however long ago the function has ended. */
  #goesOn(call: t.Node): void {
    if (this.#isInsideExecutor(call)) return;
    this.ongoing.push({
      code: 'goes-on',
      data: { what: firstLine(this.file.slice(call)) },
      places: [this.file.rangeOf(call)],
    });
  }

  /** Functions between the resource's own function and a use of it: do they end before it does? */
  #enterClosures(reference: t.Node): void {
    for (const ancestor of this.file.ancestors(reference)) {
      if (ancestor === this.fn) return;
      if (!t.isFunction(ancestor) || this.#closures.has(ancestor)) continue;
      this.#closures.add(ancestor);
      this.#followClosure(ancestor);
    }
  }

  #followClosure(closure: t.Function): void {
    const role = closureRoleOf(this.file, closure);
    switch (role.kind) {
      case 'called':
        this.#follow(role.call, 'result');
        return;
      case 'each':
        if (role.method === 'forEach' && this.#mayGoOn(closure)) this.#problem('captured', closure);
        else this.#follow(role.call, 'result');
        return;
      case 'executor':
        this.#follow(role.promise, 'result');
        return;
      case 'named':
        this.followBinding(role.binding, 'function');
        return;
      case 'argument':
        this.#followCallback(closure, role.call);
        return;
      case 'other':
        this.#problem('captured', closure);
    }
  }

  /** `forEach` waits for nothing: may what its callback started be under way when the resource is closed? */
  #mayGoOn(closure: t.Function): boolean {
    if (closure.async) return true;
    const { release, isSynchronous } = this.resource;
    return !isSynchronous && !release.finishesStartedWork;
  }

  /** A function that is handed to a call: of the resource's own methods, of a listener, or of something unknown. */
  #followCallback(closure: t.Function, call: AnyCall): void {
    const { callee } = call;
    const method = t.isMemberExpression(callee) || t.isOptionalMemberExpression(callee) ? callee : undefined;
    const isOwnMethod = method !== undefined && this.#isResourceExpression(method.object);
    const name = method && memberName(method);
    if (isOwnMethod && name !== undefined && LISTENER_METHODS.has(name)) return;
    if (isOwnMethod && (closure.async || t.isAwaitExpression(this.file.parentOf(call)))) return;
    if (isOwnMethod) {
      if (!this.#isInsideExecutor(call)) this.#problem('callback-form', call);
      return;
    }
    const index = call.arguments.findIndex((argument) => argument === closure);
    const fate = this.#fateOf(call, index);
    if (fate.kind === 'kept') this.#problem('captured', call);
    else this.#follow(call, 'result');
  }

  #fateOf(call: AnyCall, index: number): CalleeFate {
    const { context, resource } = this;
    const callee = calledFunction(context, this.file, call);
    if (!callee)
      return {
        kind: 'kept',
        reason: { code: 'unknown-callee', data: { what: firstLine(this.file.slice(call.callee)) } },
      };
    return calleeFate(callee, index, ({ file, fn }, binding) => usesOf(context, file, fn, resource, binding));
  }

  #isInsideExecutor(node: t.Node): boolean {
    for (const ancestor of this.file.ancestors(node)) {
      if (ancestor === this.fn) return false;
      if (isExecutor(this.file, ancestor)) return true;
    }
    return false;
  }

  #isResourceExpression(node: t.Node): boolean {
    return this.identifiers.some((identifier) => this.file.contains(node, identifier));
  }

  /** Climbs from a value to what is done with it. */
  #follow(value: t.Node, role: Role): void {
    const { file } = this;
    const parent = file.parentOf(value);
    if (!parent) return;
    if (t.isMemberExpression(parent) || t.isOptionalMemberExpression(parent)) {
      if (parent.object === value) this.#followMember(parent, role);
      return;
    }
    if (isValueOf(parent, value)) {
      this.#follow(parent, role);
      return;
    }
    if (t.isAwaitExpression(parent)) {
      if (role !== 'result') this.#follow(parent, role);
      return;
    }
    if (t.isCallExpression(parent) || t.isOptionalCallExpression(parent) || t.isNewExpression(parent)) {
      if (parent.callee === value) this.#follow(parent, 'result');
      else this.#followArgument(parent, value, role);
      return;
    }
    if (t.isVariableDeclarator(parent) && parent.init === value) {
      this.#followDeclarator(parent, role);
      return;
    }
    if (t.isAssignmentExpression(parent) && parent.right === value) {
      this.#followAssignment(parent, role);
      return;
    }
    if (role === 'result') this.#followResult(value, parent);
    else this.#followEscape(value, parent);
  }

  #followMember(member: t.MemberExpression | t.OptionalMemberExpression, role: Role): void {
    const outer = this.file.parentOf(member);
    const name = memberName(member);
    if ((t.isCallExpression(outer) || t.isOptionalCallExpression(outer)) && outer.callee === member) {
      this.#followMethod(outer, name, role);
    } else if (role !== 'result' && isArgumentOf(outer, member) && isPromisify(outer)) {
      this.#follow(outer, 'function');
    } else if (role !== 'result' && isBinding(outer)) {
      const call = this.file.parentOf(outer);
      if (t.isCallExpression(call) && call.callee === outer)
        this.#follow(call, memberName(outer) === 'bind' ? 'function' : 'result');
    }
  }

  #followMethod(call: AnyCall, name: string | undefined, role: Role): void {
    const { resource } = this;
    if (role === 'result') {
      if (name === 'pipe' || name === 'on') this.#goesOn(call);
      if (name !== undefined && PROMISE_METHODS.has(name)) this.#follow(call, 'result');
    } else if (role === 'function') {
      this.#follow(call, name === 'bind' ? 'function' : 'result');
    } else if (name === undefined) {
      this.#follow(call, 'result');
    } else if (role === 'self' && releaseMethodsOf(resource).includes(name)) {
      this.releases.push(call);
      if (this.file.enclosingFunction(call) === this.fn && t.isReturnStatement(this.file.parentOf(call)))
        this.#problem('not-convertible', call, { what: 'the result of closing it is returned' });
    } else if (role === 'self' && name === resource.opensWith) {
      this.opens.push(call);
      if (!t.isExpressionStatement(this.file.parentOf(call))) this.#follow(call, 'result');
    } else if (LISTENER_METHODS.has(name)) {
      if (!isPassiveListener(this.file, call, resource, releaseMethodsOf(resource))) this.#goesOn(call);
      this.#follow(call, role);
    } else if (ENDLESS_METHODS.has(name)) {
      this.#goesOn(call);
      this.#follow(call, resource.lends?.includes(name) ? 'lent' : 'result');
    } else if (resource.lends?.includes(name)) {
      this.#follow(call, 'lent');
    } else {
      if (
        !t.isNewExpression(call) &&
        t.isCallExpression(call) &&
        passesFunction(this.file, call) &&
        !t.isAwaitExpression(this.file.parentOf(call)) &&
        !call.arguments.some((argument) => t.isFunction(argument) && argument.async) &&
        !this.#isInsideExecutor(call)
      )
        this.#problem('callback-form', call);
      this.#follow(call, 'result');
    }
  }

  #followDeclarator(declarator: t.VariableDeclarator, role: Role): void {
    if (role === 'result' && this.resource.isSynchronous) return;
    if (t.isIdentifier(declarator.id)) {
      const binding = this.file.bindingOf(declarator.id);
      if (binding) this.followBinding(binding, role);
    } else if (role === 'self' || role === 'lent') {
      this.#problem('not-convertible', declarator, { what: 'it is taken apart' });
    }
  }

  #followAssignment(assignment: t.AssignmentExpression, role: Role): void {
    const { left } = assignment;
    const binding = t.isIdentifier(left) ? this.file.bindingOf(left) : undefined;
    const isLocal = binding && this.file.contains(this.fn, binding.identifier);
    if (isLocal) this.followBinding(binding, role);
    else if (role !== 'result') this.#problem('stored', assignment);
  }

  #followArgument(call: AnyCall, value: t.Node, role: Role): void {
    if (role === 'result') {
      if (isPromiseCombinator(call)) this.#follow(call, 'result');
      return;
    }
    if (isHarmlessCallee(this.file, call)) return;
    if (role === 'function' && isPromisify(call)) {
      this.#follow(call, 'function');
      return;
    }
    if (isBinding(call.callee) && call.arguments[0] === value) {
      this.#follow(call, memberName(call.callee) === 'bind' ? 'function' : 'result');
      return;
    }
    if (role === 'function' && isEachCall(call)) {
      this.#follow(call, 'result');
      return;
    }
    if (putsIntoContainer(call)) {
      this.#problem('stored', call);
      return;
    }
    const index = call.arguments.findIndex((argument) => argument === value);
    const fate = this.#fateOf(call, index);
    if (fate.kind === 'kept') {
      this.problems.push({
        ...fate.reason,
        data: { callee: firstLine(this.file.slice(call.callee)), ...fate.reason.data },
        places: [this.file.rangeOf(call)],
      });
      return;
    }
    if (fate.kind === 'released') this.releases.push(call);
    this.#follow(call, 'result');
  }

  /** A promise or data, where nothing else is done with it than what the parent says. */
  #followResult(value: t.Node, parent: t.Node): void {
    if (t.isExpressionStatement(parent) || t.isUnaryExpression(parent, { operator: 'void' })) {
      if (isCall(value) && !this.releases.includes(value) && !this.opens.includes(value)) this.#drop(value);
    } else if (t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent)) {
      if (this.file.enclosingFunction(value) === this.fn && t.isExpression(value)) this.returned.push(value);
    } else if (t.isArrayExpression(parent) || t.isSpreadElement(parent)) {
      this.#follow(parent, 'result');
    }
  }

  #drop(call: AnyCall): void {
    if (this.resource.isSynchronous) return;
    if (this.resource.givesNoPromises) {
      if (!this.resource.release.finishesStartedWork) this.#goesOn(call);
      return;
    }
    if (isThenable(this.context, this.file, call) === 'no') return;
    const canWait = this.file.enclosingFunction(call)?.async === true;
    if (canWait || this.resource.release.finishesStartedWork) this.dropped.push(call);
    else if (this.file.enclosingFunction(call) === this.fn) this.dropped.push(call);
    else this.#problem('captured', call);
  }

  #return(value: t.Expression): void {
    if (!this.resource.isSynchronous) this.returned.push(value);
  }

  /** The resource itself, or something that depends on it, in a place where it may outlive the function. */
  #followEscape(value: t.Node, parent: t.Node): void {
    if (
      t.isExpressionStatement(parent) ||
      t.isUnaryExpression(parent) ||
      t.isBinaryExpression(parent) ||
      t.isTemplateLiteral(parent) ||
      t.isForOfStatement(parent) ||
      isTestOf(parent, value)
    )
      return;
    if (isExecutor(this.file, parent)) return;
    if (t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent)) this.#problem('returned', parent);
    else if (t.isYieldExpression(parent)) this.#problem('yielded', parent);
    else if (t.isExportSpecifier(parent)) this.#problem('stored', parent);
    else this.#problem('stored', parent);
  }
}

/** What it gives back is ignored; what it starts is over when its promise settles. */
function isExecutor(file: SyntaxFile, node: t.Node): boolean {
  return t.isFunction(node) && closureRoleOf(file, node).kind === 'executor';
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

export function isCall(node: t.Node): node is AnyCall {
  return t.isCallExpression(node) || t.isOptionalCallExpression(node) || t.isNewExpression(node);
}

/** Places that pass the value on as their own. */
function isValueOf(parent: t.Node, value: t.Node): boolean {
  if (t.isLogicalExpression(parent)) return parent.right === value || parent.operator !== '&&';
  if (t.isConditionalExpression(parent)) return parent.test !== value;
  if (t.isSequenceExpression(parent)) return parent.expressions.at(-1) === value;
  return (
    t.isTSAsExpression(parent) ||
    t.isTSSatisfiesExpression(parent) ||
    t.isTSNonNullExpression(parent) ||
    t.isTSTypeAssertion(parent) ||
    t.isParenthesizedExpression(parent)
  );
}

function isTestOf(parent: t.Node, value: t.Node): boolean {
  if (t.isLogicalExpression(parent)) return parent.left === value;
  return (
    (t.isIfStatement(parent) || t.isConditionalExpression(parent) || t.isWhileStatement(parent)) &&
    parent.test === value
  );
}

function isArgumentOf(call: t.Node | undefined, node: t.Node): call is AnyCall {
  return call !== undefined && isCall(call) && call.arguments.some((argument) => argument === node);
}

function isPromisify(call: AnyCall): boolean {
  const { callee } = call;
  if (t.isIdentifier(callee)) return callee.name === 'promisify';
  return t.isMemberExpression(callee) && memberName(callee) === 'promisify';
}

/** `f.bind`, `f.call`, `f.apply` */
function isBinding(node: t.Node | undefined): node is t.MemberExpression {
  return t.isMemberExpression(node) && ['bind', 'call', 'apply'].includes(memberName(node) ?? '');
}

function isPromiseCombinator({ callee }: AnyCall): boolean {
  return (
    t.isMemberExpression(callee) &&
    t.isIdentifier(callee.object, { name: 'Promise' }) &&
    PROMISE_COMBINATORS.has(memberName(callee) ?? '')
  );
}

function isEachCall({ callee }: AnyCall): boolean {
  return t.isMemberExpression(callee) && memberName(callee) === 'map';
}

/** `connections.set(key, conn)`, `open.push(conn)` */
function putsIntoContainer({ callee }: AnyCall): boolean {
  return t.isMemberExpression(callee) && ['set', 'add', 'push', 'unshift'].includes(memberName(callee) ?? '');
}

function isHarmlessCallee(file: SyntaxFile, { callee }: AnyCall): boolean {
  let root: t.Node = callee;
  while (t.isMemberExpression(root)) root = root.object;
  return t.isIdentifier(root) && HARMLESS_GLOBALS.has(root.name) && file.bindingOf(root) === undefined;
}

/** In source order. */
export function sortByPosition<Node extends t.Node>(nodes: readonly Node[]): Node[] {
  return [...nodes].sort((a, b) => startOf(a) - startOf(b));
}
