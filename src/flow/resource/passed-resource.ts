import type * as t from '@babel/types';
import { releaseMethodsOf } from '../../knowledge/resources.js';
import { firstLine } from '../../syntax/first-line.js';
import { calledFunction } from '../called-function.js';
import { moduleMemberOf } from '../module-member.js';
import { passesFunction } from './acquisition.js';
import { argumentUse } from './argument-use.js';
import { type CalleeFate, calleeFate } from './callee-fate.js';
import type { Follower } from './follower.js';
import type { AnyCall, Role } from './resource-uses.js';
import { callWithOption } from './value-position.js';

/** Functions of `fs` that go on with a file descriptor after they have returned. */
const READS_ON = new Set(['createReadStream', 'createWriteStream']);

/** A call that is given the resource, or something that depends on it. */
export function followArgument(follower: Follower, call: AnyCall, value: t.Node, role: Role): void {
  const { file, notes } = follower;
  if (role === 'self' && isOfItsModule(follower, call)) {
    followFunctionOfModule(follower, call);
    return;
  }
  const use = argumentUse(file, call, value, role);
  if (use === 'nothing') return;
  if (use === 'stored') notes.problem('stored', call);
  else if (use === 'unknown') followIntoCallee(follower, call, value);
  else follower.follow(call, use);
}

/**
 * `{ transaction }` lends it to a call; a stream that gets `{ fd }` closes it.
 *
 * @returns false where it is not an option of a call
 */
export function followOption(follower: Follower, value: t.Node): boolean {
  const call = callWithOption(follower.file, value);
  if (!call) return false;
  if (follower.resource.kind === 'transaction') follower.follow(call, 'result');
  else if (isOfItsModule(follower, call)) follower.notes.endsByItself = true;
  else return false;
  return true;
}

/** @param index of the argument that is the resource, or a function which uses it */
export function fateOf(follower: Follower, call: AnyCall, index: number): CalleeFate {
  const { context, file } = follower;
  const callee = calledFunction(context, file, call);
  if (callee) return calleeFate(callee, index, (fn, parameter) => follower.usesIn(fn, parameter));
  const what = firstLine(file.slice(call.callee));
  return { kind: 'kept', reason: { code: 'unknown-callee', data: { what } } };
}

/** `fs.readSync(fd)`, for a resource that is a mere number. */
function isOfItsModule({ file, resource: { module, release } }: Follower, call: AnyCall): boolean {
  return release.isOfModule === true && moduleMemberOf(file, call.callee)?.module === module;
}

function followFunctionOfModule({ file, resource, notes }: Follower, call: AnyCall): void {
  const name = moduleMemberOf(file, call.callee)?.path.join('.') ?? '';
  if (releaseMethodsOf(resource).includes(name)) notes.releases.push(call);
  else if (passesFunction(file, call)) notes.problem('callback-form', call);
  else if (READS_ON.has(name)) notes.problem('captured', call);
}

function followIntoCallee(follower: Follower, call: AnyCall, value: t.Node): void {
  const { file, resource, notes } = follower;
  if (resource.kind === 'transaction') {
    follower.follow(call, 'result');
    return;
  }
  const index = call.arguments.findIndex((argument) => argument === value);
  const fate = fateOf(follower, call, index);
  if (fate.kind === 'kept') {
    const { code, data } = fate.reason;
    notes.problem(code, call, { callee: firstLine(file.slice(call.callee)), ...data });
    return;
  }
  if (fate.kind === 'released') notes.releases.push(call);
  follower.follow(call, 'result');
}
