import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import type { Reason } from '../../transform.js';
import type { OwnedResource } from './owned-resource.js';
import type { AnyCall } from './resource-uses.js';
import { methodNameOf } from './value-position.js';

/** How a resource is given back, in words. */
export interface ReleaseText {
  /** What has to be done first; statements without indentation. */
  readonly before: readonly string[];
  /** A test in front of the release: `if (client.isOpen) `. */
  readonly guard: string;
  /** The release itself. */
  readonly expression: string;
  readonly isPromise: boolean;
  readonly semicolon: string;
}

/** The lines of a `finally` block, without their indentation. */
export function linesOf({ before, guard, expression, isPromise, semicolon }: ReleaseText): readonly string[] {
  return [...before, `${guard}${isPromise ? 'await ' : ''}${expression}${semicolon}`];
}

export function awaits(text: ReleaseText): boolean {
  return text.isPromise || text.before.some((line) => line.includes('await '));
}

/** A release that may fail on a broken connection reports to nobody: its failure must not hide the first one. */
function releaseOf(callee: string, args: string, { release }: Resource): string {
  switch (release.ends) {
    case 'at once':
      return `${callee}(${args})`;
    case 'promise':
      return `${callee}(${args})${release.failsWhenBroken ? '.catch(() => {})' : ''}`;
    case 'callback':
      return `new Promise((resolve) => ${callee}(${args === '' ? '' : `${args}, `}resolve))`;
  }
}

/** Roll back what is still open, then release. */
function rollbackLine(name: string, { rollback }: Resource, file: SyntaxFile): readonly string[] {
  if (!rollback || !file.text.includes(`.${rollback.begin}(`)) return [];
  const { semicolon } = file.style;
  return [`if (${name}.${rollback.isOpen}) await ${name}.${rollback.method}().catch(() => {})${semicolon}`];
}

function memberText(name: string, method: string): string {
  return method.startsWith('[') ? name + method : `${name}.${method}`;
}

/** What stands in front of the parentheses, and in them. */
function calleeOf({
  file,
  binding,
  opener,
  resource,
}: OwnedResource): readonly [callee: string, args: string] {
  const { method, isOfModule } = resource.release;
  const { callee } = opener;
  if (isOfModule && t.isMemberExpression(callee))
    return [`${file.slice(callee.object)}.${method}`, binding.name];
  return [memberText(binding.name, method), ''];
}

/** How a resource that nothing closed yet is closed. */
export function newRelease(owned: OwnedResource): ReleaseText | Reason {
  const { file, binding, resource, opener } = owned;
  const { ends, unless, isOfModule, method } = resource.release;
  if (isOfModule && !t.isMemberExpression(opener.callee))
    return { code: 'not-convertible', data: { what: `\`${method}\` is not imported` } };
  const [callee, args] = calleeOf(owned);
  return {
    before: rollbackLine(binding.name, resource, file),
    guard: unless === undefined ? '' : `if (!${binding.name}.${unless}) `,
    expression: releaseOf(callee, args, resource),
    isPromise: ends !== 'at once',
    semicolon: file.style.semicolon,
  };
}

function calledMethod(call: AnyCall): string | undefined {
  return t.isMemberExpression(call.callee) || t.isOptionalMemberExpression(call.callee)
    ? methodNameOf(call.callee)
    : undefined;
}

/** A call of the project that closes it, or a method other than the usual one, is kept as written. */
function movedCall(
  file: SyntaxFile,
  call: AnyCall,
  name: string,
  resource: Resource,
): Pick<ReleaseText, 'expression' | 'isPromise'> {
  const method = calledMethod(call);
  const args = call.arguments.map((argument) => file.slice(argument)).join(', ');
  if (method === resource.release.method && !resource.release.isOfModule)
    return {
      expression: releaseOf(memberText(name, method), args, resource),
      isPromise: resource.release.ends !== 'at once',
    };
  return { expression: file.slice(call), isPromise: t.isAwaitExpression(file.parentOf(call)) };
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

/** Comments on the statement's own lines, and directly above it. */
export function commentsOf(file: SyntaxFile, statement: t.Statement): readonly t.Comment[] {
  const lineEnd = file.nextLineStart(statement.end ?? 0);
  const trailing = file.commentsIn(startOf(statement), lineEnd);
  const above: t.Comment[] = [];
  let line = file.lineStart(startOf(statement));
  for (const comment of [...file.comments].reverse()) {
    const isOwnLine = file.text.slice(file.lineStart(comment.start ?? 0), comment.start ?? 0).trim() === '';
    const touches = isOwnLine && file.nextLineStart(comment.end ?? 0) === line;
    if (!touches) continue;
    above.unshift(comment);
    line = file.lineStart(comment.start ?? 0);
  }
  return [...above, ...trailing];
}

/** How the resource is closed in the `finally`, in the words of the releases that are there already. */
export function movedRelease(
  { file, binding: { name }, resource }: OwnedResource,
  releases: readonly [MovableRelease, ...MovableRelease[]],
): ReleaseText {
  const [first] = releases;
  const comments = releases
    .flatMap((release) => (release.kind === 'statement' ? commentsOf(file, release.statement) : []))
    .map((comment) => file.text.slice(comment.start ?? 0, comment.end ?? 0));
  return {
    before: [...new Set(comments), ...rollbackLine(name, resource, file)],
    guard: guardOf(file, first),
    ...movedCall(file, first.call, name, resource),
    semicolon: semicolonOf(file, first),
  };
}
