import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { ReleasePlace } from './existing-release.js';
import type { AnyCall } from './resource-uses.js';

type StatementRelease = Extract<ReleasePlace, { kind: 'statement' }>;

/** The lines of a `finally` block, without their indentation. */
export interface ReleaseText {
  readonly lines: readonly string[];
  /** Whether they await something. */
  readonly awaits: boolean;
}

/** An error that a release by callback reports is left out: it must not hide the first one. */
function byCallback(callee: string, args: string): string {
  const before = args === '' ? '' : `${args}, `;
  return `await new Promise((resolve) => ${callee}(${before}resolve))`;
}

function releaseOf(callee: string, args: string, { release }: Resource): string {
  switch (release.ends) {
    case 'at once':
      return `${callee}(${args})`;
    case 'promise':
      return `await ${callee}(${args})${release.failsWhenBroken ? '.catch(() => {})' : ''}`;
    case 'callback':
      return byCallback(callee, args);
  }
}

/** Roll back what is still open, then release. */
function rollbackLine(name: string, { rollback }: Resource, file: SyntaxFile): readonly string[] {
  if (!rollback || !file.text.includes(`.${rollback.begin}(`)) return [];
  return [`if (${name}.${rollback.isOpen}) await ${name}.${rollback.method}()${file.style.semicolon}`];
}

/** How a resource that nothing closed yet is closed. */
export function newRelease(file: SyntaxFile, name: string, resource: Resource): ReleaseText {
  const release = releaseOf(`${name}.${resource.release.method}`, '', resource) + file.style.semicolon;
  const lines = [...rollbackLine(name, resource, file), release];
  return { lines, awaits: lines.some((line) => line.includes('await ')) };
}

function calledMethod(call: AnyCall): string | undefined {
  return t.isMemberExpression(call.callee) || t.isOptionalMemberExpression(call.callee)
    ? memberName(call.callee)
    : undefined;
}

/** A call of the project that closes it, or a method other than the usual one, is kept as written. */
function movedCall(file: SyntaxFile, call: AnyCall, name: string, resource: Resource): string {
  const method = calledMethod(call);
  const args = call.arguments.map((argument) => file.slice(argument)).join(', ');
  if (method === resource.release.method) return releaseOf(`${name}.${method}`, args, resource);
  return `${t.isAwaitExpression(file.parentOf(call)) ? 'await ' : ''}${file.slice(call)}`;
}

/** As the release that is moved, so that a file of mixed style stays as it is. */
function semicolonOf(file: SyntaxFile, { call }: StatementRelease): string {
  const statement = file.enclosingStatement(call);
  return statement && file.slice(statement).endsWith(';') ? ';' : '';
}

/** `if (client.isOpen) …`: the test that the moved release keeps; a test of the mere name is always true by now. */
function guardOf(file: SyntaxFile, { statement }: StatementRelease): string {
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
  file: SyntaxFile,
  name: string,
  resource: Resource,
  releases: readonly [StatementRelease, ...StatementRelease[]],
): ReleaseText {
  const [first] = releases;
  const comments = releases
    .flatMap(({ statement }) => commentsOf(file, statement))
    .map((comment) => file.text.slice(comment.start ?? 0, comment.end ?? 0));
  const release =
    guardOf(file, first) + movedCall(file, first.call, name, resource) + semicolonOf(file, first);
  const lines = [...new Set(comments), ...rollbackLine(name, resource, file), release];
  return { lines, awaits: lines.some((line) => line.includes('await ')) };
}
