import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import type { OwnedResource } from './owned-resource.js';
import { memberText, type ReleaseText, releaseOf } from './release-text.js';
import { methodNameOf } from './value-position.js';

/** A release that is there, in words for another place. */
export interface ReleaseWords extends Omit<ReleaseText, 'before'> {
  /** What it calls. */
  readonly called: string;
  /** Its failure is ignored. */
  readonly isQuiet: boolean;
}

/** What a release calls: the usual method in the usual words, anything else as it is written. */
interface ReleaseCall {
  readonly called: string;
  /** `.catch(log)` */
  readonly handlers: string;
  readonly isPromise: boolean;
  readonly mayReject: boolean;
}

const QUIET_HANDLER = /^\.catch\((?:\(\w*\)|\w+) => (?:\{\s*\}|null|undefined)\)$/;

export function wordsOf(owned: OwnedResource, release: MovableRelease): ReleaseWords {
  const { file, resource } = owned;
  const node = nodeOf(release);
  const { called, handlers, isPromise, mayReject } = releaseCallOf(owned, release);
  const expression = called + handlers;
  const awaited = `${isPromise ? 'await ' : ''}${expression}`;
  const indent = file.indentAt(startOf(node));
  if (t.isTryStatement(node)) {
    const lines = dedented(withCall(file, node, release, awaited), indent);
    const isQuiet = node.handler?.body.body.length === 0;
    return { called, isQuiet, lines, expression: undefined, isPromise, reportsFailure: false };
  }
  return {
    called,
    isQuiet: QUIET_HANDLER.test(handlers),
    lines: dedented(guardOf(file, release) + awaited + semicolonOf(file, release), indent),
    expression,
    isPromise,
    reportsFailure: mayReject && handlers === '' && resource.release.failsWhenBroken === true,
  };
}

/** `new Promise((resolve) => conn.end(resolve))` */
export function isMadePromise(file: SyntaxFile, { call, whole }: MovableRelease): boolean {
  return file.enclosingFunction(call) !== file.enclosingFunction(whole);
}

function releaseCallOf(owned: OwnedResource, release: MovableRelease): ReleaseCall {
  const { file, binding, resource } = owned;
  const { call, whole } = release;
  const { ends, isOfModule, method: usual } = resource.release;
  if (isMadePromise(file, release)) {
    const promise = promiseAround(file, call);
    const [executor] = promise.arguments;
    return {
      called: file.slice(promise),
      handlers: file.text.slice(endOf(promise), endOf(whole)),
      isPromise: true,
      mayReject: t.isFunction(executor) && executor.params.length > 1,
    };
  }
  const handlers = file.text.slice(endOf(call), endOf(whole));
  const { callee } = call;
  const isMember = t.isMemberExpression(callee) || t.isOptionalMemberExpression(callee);
  const method = isMember ? methodNameOf(callee) : undefined;
  if (method !== usual || isOfModule) {
    const isPromise = handlers !== '' || t.isAwaitExpression(file.parentOf(whole));
    return { called: file.slice(call), handlers, isPromise, mayReject: isPromise };
  }
  const args = call.arguments.map((argument) => file.slice(argument)).join(', ');
  const called = releaseOf(memberText(binding.name, method), args, resource);
  return { called, handlers, isPromise: ends !== 'at once', mayReject: ends === 'promise' };
}

function promiseAround(file: SyntaxFile, call: t.Node): t.NewExpression {
  const promise = [...file.ancestors(call)].find((ancestor) => t.isNewExpression(ancestor));
  if (!promise) throw new RangeError('no promise around the call');
  return promise;
}

/** The statement around a release, with other words for the release. */
function withCall(file: SyntaxFile, statement: t.Node, { whole }: MovableRelease, words: string): string {
  const parent = file.parentOf(whole);
  const replaced = t.isAwaitExpression(parent) ? parent : whole;
  return (
    file.text.slice(startOf(statement), startOf(replaced)) +
    words +
    file.text.slice(endOf(replaced), endOf(statement))
  );
}

function dedented(text: string, indent: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

/** As the release that is moved, so that a file of mixed style stays as it is. */
function semicolonOf(file: SyntaxFile, { call }: MovableRelease): string {
  const statement = file.enclosingStatement(call);
  return statement && file.slice(statement).endsWith(';') ? ';' : '';
}

/** `if (client.isOpen) …`: the test that the moved release keeps; a test of the mere name is always true by now. */
function guardOf(file: SyntaxFile, release: MovableRelease): string {
  const statement = nodeOf(release);
  if (!t.isIfStatement(statement) || t.isIdentifier(statement.test)) return '';
  const names = file.nodes('MemberExpression').some((member) => file.contains(statement.test, member));
  return names ? `if (${file.slice(statement.test)}) ` : '';
}
