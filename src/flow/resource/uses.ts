import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { releaseMethodsOf } from '../../knowledge/resources.js';
import type { Binding } from '../../syntax/binding.js';
import { firstLine } from '../../syntax/first-line.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Reason, TransformContext } from '../../transform.js';
import { moduleMemberOf } from '../module-member.js';
import { passesFunction } from './acquisition.js';
import { argumentUse, isPromisify } from './argument-use.js';
import { type CalleeFate, calleeFate } from './callee-fate.js';
import { calledFunction } from '../called-function.js';
import { closureRoleOf } from '../closure-role.js';
import { isThenable } from '../is-thenable.js';
import { ENDLESS_METHODS, isPassiveListener, LISTENER_METHODS } from './listeners.js';
import type { AnyCall, ResourceUses, Role } from './resource-uses.js';
import {
  callWithOption,
  isArgumentOf,
  isBinding,
  isCall,
  isOnlyLookedAt,
  isValueOf,
  methodNameOf,
} from './value-position.js';

/** Functions of `fs` that go on with a file descriptor after they have returned. */
const READS_ON = new Set(['createReadStream', 'createWriteStream']);

const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

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
  readonly returned = new Set<t.Expression>();
  readonly dropped = new Set<AnyCall>();
  readonly queued = new Set<AnyCall>();
  readonly problems: Reason[] = [];
  readonly ongoing: Reason[] = [];
  endsByItself = false;
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
    const name = methodNameOf(member);
    if ((t.isCallExpression(outer) || t.isOptionalCallExpression(outer)) && outer.callee === member) {
      this.#followMethod(outer, name, role);
    } else if (role === 'self' && name !== undefined && releaseMethodsOf(this.resource).includes(name)) {
      this.#problem('not-convertible', outer ?? member, {
        what: 'it is closed by a function made of its method',
      });
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
    if (role === 'self' && this.#isOfItsModule(call)) {
      this.#followFunctionOfModule(call);
      return;
    }
    const use = argumentUse(this.file, call, value, role);
    if (use === 'nothing') return;
    if (use === 'stored') this.#problem('stored', call);
    else if (use === 'unknown') this.#followIntoCallee(call, value);
    else this.#follow(call, use);
  }

  /** `fs.readSync(fd)`, for a resource that is a mere number. */
  #isOfItsModule(call: AnyCall): boolean {
    const { module, release } = this.resource;
    return release.isOfModule === true && moduleMemberOf(this.file, call.callee)?.module === module;
  }

  #followFunctionOfModule(call: AnyCall): void {
    const name = moduleMemberOf(this.file, call.callee)?.path.join('.') ?? '';
    if (releaseMethodsOf(this.resource).includes(name)) this.releases.push(call);
    else if (passesFunction(this.file, call)) this.#problem('callback-form', call);
    else if (READS_ON.has(name)) this.#problem('captured', call);
  }

  #followIntoCallee(call: AnyCall, value: t.Node): void {
    if (this.resource.kind === 'transaction') {
      this.#follow(call, 'result');
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
      if (this.file.enclosingFunction(value) === this.fn && t.isExpression(value)) this.#return(value);
    } else if (t.isArrayExpression(parent) || t.isSpreadElement(parent)) {
      this.#follow(parent, 'result');
    }
  }

  #drop(call: AnyCall): void {
    const { isSynchronous, givesNoPromises, release } = this.resource;
    if (isSynchronous) return;
    if (givesNoPromises) {
      if (!release.finishesStartedWork) this.#goesOn(call);
      return;
    }
    if (isThenable(this.context, this.file, call) === 'no') return;
    const fn = this.file.enclosingFunction(call);
    if (release.finishesStartedWork && this.#isOwnMethodCall(call)) this.queued.add(call);
    else if (fn?.async || fn === this.fn) this.dropped.add(call);
    else this.#problem('captured', call);
  }

  /** `conn.query(sql)`: the driver has all of it when the call returns. */
  #isOwnMethodCall({ callee }: AnyCall): boolean {
    return (
      t.isMemberExpression(callee) && this.identifiers.some((identifier) => identifier === callee.object)
    );
  }

  #return(value: t.Expression): void {
    if (!this.resource.isSynchronous) this.returned.add(value);
  }

  /** `{ transaction }` lends it to a call; a stream that gets `{ fd }` closes it. */
  #followOption(value: t.Node): boolean {
    const call = callWithOption(this.file, value);
    if (!call) return false;
    if (this.resource.kind === 'transaction') this.#follow(call, 'result');
    else if (this.#isOfItsModule(call)) this.endsByItself = true;
    else return false;
    return true;
  }

  /** The resource itself, or something that depends on it, in a place where it may outlive the function. */
  #followEscape(value: t.Node, parent: t.Node): void {
    if (t.isForOfStatement(parent) && this.resource.endsByIteration) this.endsByItself = true;
    if (this.#followOption(value) || isOnlyLookedAt(parent, value) || isExecutor(this.file, parent)) return;
    if (t.isReturnStatement(parent) || t.isArrowFunctionExpression(parent)) this.#problem('returned', parent);
    else if (t.isYieldExpression(parent)) this.#problem('yielded', parent);
    else this.#problem('stored', parent);
  }
}

/** What it gives back is ignored; what it starts is over when its promise settles. */
function isExecutor(file: SyntaxFile, node: t.Node): boolean {
  return t.isFunction(node) && closureRoleOf(file, node).kind === 'executor';
}
