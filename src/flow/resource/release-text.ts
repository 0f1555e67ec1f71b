import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';
import type { OwnedResource } from './owned-resource.js';

/** How a resource is given back, in words. */
export interface ReleaseText {
  /** What has to be done first; statements without indentation. */
  readonly before: readonly string[];
  /** The release itself; lines of statements, without their common indentation. */
  readonly lines: readonly string[];
  /** The same as an expression; undefined where it takes more than one. */
  readonly expression: string | undefined;
  readonly isPromise: boolean;
  /** It may fail, and the code let its callers know when it did. */
  readonly reportsFailure: boolean;
}

/** The lines of a `finally` block, without their indentation. */
export function linesOf({ before, lines }: ReleaseText): readonly string[] {
  return [...before, ...lines];
}

export function awaits(text: ReleaseText): boolean {
  return text.isPromise || text.before.some((line) => line.includes('await '));
}

/** The release as an expression, whose value settles when it is done. */
export function releaseOf(callee: string, args: string, { release }: Resource): string {
  return release.ends === 'callback'
    ? `new Promise((resolve) => ${callee}(${args === '' ? '' : `${args}, `}resolve))`
    : `${callee}(${args})`;
}

const IGNORING_FAILURE = '.catch(() => {})';

/** Nobody was told of a failure to close what nobody closed, and it must not hide the first error. */
function quietly(expression: string, { release }: Resource): string {
  return release.ends === 'promise' && release.failsWhenBroken ? expression + IGNORING_FAILURE : expression;
}

/** The same release, of whose failure nobody learns. */
export function withoutReport(text: ReleaseText): ReleaseText {
  const { expression, lines } = text;
  if (expression === undefined) return text;
  return {
    ...text,
    expression: expression + IGNORING_FAILURE,
    lines: lines.map((line) => line.replace(expression, () => expression + IGNORING_FAILURE)),
    reportsFailure: false,
  };
}

export function statementOf(
  guard: string,
  expression: string,
  isPromise: boolean,
  semicolon: string,
): string {
  return `${guard}${isPromise ? 'await ' : ''}${expression}${semicolon}`;
}

/** Roll back what is still open, then release. */
export function rollbackLine(name: string, { rollback }: Resource, file: SyntaxFile): readonly string[] {
  if (!rollback || !file.text.includes(`.${rollback.begin}(`)) return [];
  const { semicolon } = file.style;
  return [`if (${name}.${rollback.isOpen}) await ${name}.${rollback.method}().catch(() => {})${semicolon}`];
}

export function memberText(name: string, method: string): string {
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
  const expression = quietly(releaseOf(...calleeOf(owned), resource), resource);
  const guard = unless === undefined ? '' : `if (!${binding.name}.${unless}) `;
  const isPromise = ends !== 'at once';
  return {
    before: rollbackLine(binding.name, resource, file),
    lines: [statementOf(guard, expression, isPromise, file.style.semicolon)],
    expression,
    isPromise,
    reportsFailure: false,
  };
}
