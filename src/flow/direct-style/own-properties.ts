import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { findOwnArguments, findOwnThis } from '../own-this.js';
import type { Conversion } from './conversion.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/** What a response of aws-sdk v2, which is `this` in a callback, has itself: docs.aws.amazon.com, AWS.Response. */
const OF_RESPONSE =
  /^(?:data|error|request|requestId|extendedRequestId|cfId|httpResponse|nextPage|hasNextPage|retryCount|redirectCount|constructor|__proto__)$/;

/**
 * Writes properties that a callback keeps on its `this` as variables: `this.status = 500` becomes `status = 500`. Nobody
 * else sees them there: the SDK makes a response for each request, and gives it to this callback only.
 *
 * @returns false when `this` is used otherwise
 */
export function propertiesToVariables(
  c: Conversion,
  fn: t.FunctionExpression,
  step: Step,
  place: Place,
): boolean {
  const { file } = c;
  const members = findOwnThis(file, fn).map((node) => file.parentOf(node));
  const own = members.filter((member) => t.isMemberExpression(member));
  const names = new Set(own.map((member) => nameOf(c, member)));
  const isKnown = (name: string | undefined): boolean => own.some((member) => isWritten(c, member, name));
  if (own.length < members.length || ![...names].every(isKnown)) return false;
  if (!step.isInList || step.behind || findOwnArguments(file, fn)) return false;
  const { lineEnd, semicolon } = file.style;
  for (const name of names) {
    const variable = c.freshName(name ?? '');
    c.edits.insert(step.start, `let ${variable}${semicolon}${lineEnd}${place.indent}`);
    for (const member of own)
      if (nameOf(c, member) === name) c.edits.replace(startOf(member), endOf(member), variable);
  }
  return true;
}

/** The property, unless it is one that a response has, or more than its value is used. */
function nameOf({ file }: Conversion, member: t.MemberExpression): string | undefined {
  const parent = file.parentOf(member);
  const isMore =
    t.isUnaryExpression(parent, { operator: 'delete' }) ||
    (t.isCallExpression(parent) && parent.callee === member);
  if (member.computed || isMore || !t.isIdentifier(member.property)) return undefined;
  const { name } = member.property;
  return OF_RESPONSE.test(name) ? undefined : name;
}

function isWritten(c: Conversion, member: t.MemberExpression, name: string | undefined): boolean {
  const parent = c.file.parentOf(member);
  const isTarget = t.isAssignmentExpression(parent, { operator: '=' }) && parent.left === member;
  return name !== undefined && isTarget && nameOf(c, member) === name;
}
