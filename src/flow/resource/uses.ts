import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { releaseMethodsOf } from '../../knowledge/resources.js';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import type { FunctionInFile } from '../called-function.js';
import { passesFunction } from './acquisition.js';
import { isPromisify, promisifiedCallOf } from './argument-use.js';
import { isClosedField, isField } from './closed-field.js';
import { followClosure } from './closure-use.js';
import type { Follower } from './follower.js';
import { ENDLESS_METHODS, isPassiveListener, LISTENER_METHODS } from './listeners.js';
import { followArgument, followOption } from './passed-resource.js';
import type { AnyCall, ResourceUses, Role } from './resource-uses.js';
import { followPending, followResult, PROMISE_METHODS } from './result-use.js';
import { isExecutor, UseNotes } from './use-notes.js';
import { isArgumentOf, isBinding, isOnlyLookedAt, isValueOf, methodNameOf } from './value-position.js';

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
  return collector.notes;
}

class UseCollector implements Follower {
  readonly notes: UseNotes;
  readonly #followed = new Set<Binding>();
  readonly #closures = new Set<t.Function>();

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    readonly fn: t.Function,
    readonly resource: Resource,
  ) {
    this.notes = new UseNotes(file, fn);
  }

  usesIn({ file, fn }: FunctionInFile, parameter: Binding): ResourceUses {
    return usesOf(this.context, file, fn, this.resource, parameter);
  }

  followBinding(binding: Binding, role: Role): void {
    if (this.#followed.has(binding)) return;
    this.#followed.add(binding);
    for (const reference of binding.references) {
      this.notes.identifiers.push(reference);
      this.#enterClosures(reference);
      this.follow(reference, role);
    }
  }

  #enterClosures(reference: t.Node): void {
    for (const ancestor of this.file.ancestors(reference)) {
      if (ancestor === this.fn) return;
      if (!t.isFunction(ancestor) || this.#closures.has(ancestor)) continue;
      this.#closures.add(ancestor);
      followClosure(this, ancestor);
    }
  }

  follow(value: t.Node, role: Role): void {
    const { file } = this;
    const parent = file.parentOf(value);
    if (!parent) return;
    if (t.isMemberExpression(parent) || t.isOptionalMemberExpression(parent)) {
      if (parent.object === value) this.#followMember(parent, role);
      return;
    }
    if (isValueOf(parent, value)) {
      this.follow(parent, role);
      return;
    }
    if (t.isAwaitExpression(parent)) {
      if (role !== 'result') this.follow(parent, role);
      return;
    }
    if (t.isCallExpression(parent) || t.isOptionalCallExpression(parent) || t.isNewExpression(parent)) {
      if (parent.callee === value) this.follow(parent, 'result');
      else followArgument(this, parent, value, role);
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
    if (role === 'result') followResult(this, value, parent);
    else this.#followEscape(value, parent);
  }

  #followMember(member: t.MemberExpression | t.OptionalMemberExpression, role: Role): void {
    const outer = this.file.parentOf(member);
    const name = methodNameOf(member);
    const promisified = role === 'self' ? promisifiedCallOf(this.file, member) : undefined;
    if ((t.isCallExpression(outer) || t.isOptionalCallExpression(outer)) && outer.callee === member) {
      this.#followMethod(outer, name, role);
    } else if (role === 'self' && name !== undefined && releaseMethodsOf(this.resource).includes(name)) {
      this.#followReleaseFunction(member, name);
    } else if (promisified && name !== undefined && name === this.resource.opensWith) {
      this.notes.opens.push(promisified);
    } else if (role !== 'result' && isArgumentOf(outer, member) && isPromisify(outer)) {
      this.follow(outer, 'function');
    } else if (role !== 'result' && isBinding(outer)) {
      const call = this.file.parentOf(outer);
      if (t.isCallExpression(call) && call.callee === outer)
        this.follow(call, memberName(outer) === 'bind' ? 'function' : 'result');
    } else {
      this.#followProperty(member);
    }
  }

  /** `prisma.order.findMany()`, `queryRunner.manager.save(order)` */
  #followProperty(member: t.Node): void {
    const outer = this.file.parentOf(member);
    if (!t.isMemberExpression(outer) && !t.isOptionalMemberExpression(outer)) return;
    if (outer.object !== member) return;
    const call = this.file.parentOf(outer);
    if ((t.isCallExpression(call) || t.isOptionalCallExpression(call)) && call.callee === outer)
      this.#followMethod(call, methodNameOf(outer), 'result');
    else this.#followProperty(outer);
  }

  /** `promisify(conn.end).bind(conn)()` is as good as a call of the method. */
  #followReleaseFunction(member: t.Node, name: string): void {
    const call = promisifiedCallOf(this.file, member);
    if (call && name === this.resource.release.method) this.notes.releases.push(call);
    else
      this.notes.problem('not-convertible', this.file.parentOf(member) ?? member, {
        what: 'it is closed by a function made of its method',
      });
  }

  #followMethod(call: AnyCall, name: string | undefined, role: Role): void {
    const { resource } = this;
    if (role === 'result') {
      if (name === 'pipe' || name === 'on') this.notes.goesOn(call);
      if (name === undefined || !PROMISE_METHODS.has(name)) this.notes.indirect.add(call);
      this.follow(call, 'result');
    } else if (role === 'function') {
      this.follow(call, name === 'bind' ? 'function' : 'result');
    } else if (name === undefined) {
      this.follow(call, 'result');
    } else if (role === 'self' && releaseMethodsOf(resource).includes(name)) {
      this.notes.releases.push(call);
      if (this.file.enclosingFunction(call) === this.fn && t.isReturnStatement(this.file.parentOf(call)))
        this.notes.problem('not-convertible', call, { what: 'the result of closing it is returned' });
    } else if (role === 'self' && name === resource.opensWith) {
      this.notes.opens.push(call);
      if (!t.isExpressionStatement(this.file.parentOf(call))) this.follow(call, 'result');
    } else if (LISTENER_METHODS.has(name)) {
      if (!isPassiveListener(this.file, call, resource, releaseMethodsOf(resource))) this.notes.goesOn(call);
      this.follow(call, role);
    } else if (ENDLESS_METHODS.has(name)) {
      this.notes.goesOn(call);
      this.follow(call, resource.lends?.includes(name) ? 'lent' : 'result');
    } else if (resource.lends?.includes(name)) {
      this.follow(call, 'lent');
    } else {
      if (this.#callsBack(call)) this.notes.problem('callback-form', call);
      this.follow(call, 'result');
    }
  }

  /** It is given a callback, and nothing waits for that. */
  #callsBack(call: AnyCall): boolean {
    return (
      t.isCallExpression(call) &&
      passesFunction(this.file, call) &&
      !t.isAwaitExpression(this.file.parentOf(call)) &&
      !call.arguments.some((argument) => t.isFunction(argument) && argument.async) &&
      !this.notes.isInsideExecutor(call)
    );
  }

  #followDeclarator(declarator: t.VariableDeclarator, role: Role): void {
    if (role === 'result' && this.resource.isSynchronous) return;
    if (t.isIdentifier(declarator.id)) {
      const binding = this.file.bindingOf(declarator.id);
      if (binding && role === 'result') followPending(this, binding, declarator);
      if (binding) this.followBinding(binding, role);
    } else if (role === 'self' || role === 'lent') {
      this.notes.problem('not-convertible', declarator, { what: 'it is taken apart' });
    }
  }

  #followAssignment(assignment: t.AssignmentExpression, role: Role): void {
    const { left } = assignment;
    const binding = t.isIdentifier(left) ? this.file.bindingOf(left) : undefined;
    const isLocal = binding && this.file.contains(this.fn, binding.identifier);
    if (isLocal) this.followBinding(binding, role);
    else if (isField(left) && isClosedField(this.file, left, this.resource)) this.notes.endsByItself = true;
    else if (role !== 'result') this.notes.problem('stored', assignment);
  }

  /** The resource itself, or something that depends on it, in a place where it may outlive the function. */
  #followEscape(value: t.Node, parent: t.Node): void {
    if (t.isForOfStatement(parent) && this.resource.endsByIteration) this.notes.endsByItself = true;
    if (followOption(this, value) || isOnlyLookedAt(parent, value) || isExecutor(this.file, parent)) return;
    if (t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent))
      this.notes.problem('returned', parent);
    else if (t.isYieldExpression(parent)) this.notes.problem('yielded', parent);
    else this.notes.problem('stored', parent);
  }
}
