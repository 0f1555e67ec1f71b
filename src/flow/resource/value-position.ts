import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { AnyCall } from './resource-uses.js';

export function isCall(node: t.Node): node is AnyCall {
  return t.isCallExpression(node) || t.isOptionalCallExpression(node) || t.isNewExpression(node);
}

export function isArgumentOf(call: t.Node | undefined, node: t.Node): call is AnyCall {
  return call !== undefined && isCall(call) && call.arguments.some((argument) => argument === node);
}

/** As `Release.method` writes it: `end`, `[Symbol.asyncDispose]`. */
export function methodNameOf(member: t.MemberExpression | t.OptionalMemberExpression): string | undefined {
  const { property } = member;
  const isSymbol = t.isMemberExpression(property) && t.isIdentifier(property.object, { name: 'Symbol' });
  return isSymbol ? `[Symbol.${memberName(property) ?? ''}]` : memberName(member);
}

/** `Order.create(data, { transaction: t })`: the call that gets the value inside an object. */
export function callWithOption(file: SyntaxFile, value: t.Node): AnyCall | undefined {
  const property = file.parentOf(value);
  const object = property && file.parentOf(property);
  const call = object && file.parentOf(object);
  const isOption = t.isObjectProperty(property) && property.value === value && t.isObjectExpression(object);
  return isOption && isArgumentOf(call, object) ? call : undefined;
}

/** `f.bind`, `f.call`, `f.apply` */
export function isBinding(node: t.Node | undefined): node is t.MemberExpression {
  return t.isMemberExpression(node) && ['bind', 'call', 'apply'].includes(memberName(node) ?? '');
}

/** Places that pass the value on as their own. */
export function isValueOf(parent: t.Node, value: t.Node): boolean {
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

/** Places that look at the value and keep nothing of it. */
export function isOnlyLookedAt(parent: t.Node, value: t.Node): boolean {
  return (
    t.isExpressionStatement(parent) ||
    t.isUnaryExpression(parent) ||
    t.isBinaryExpression(parent) ||
    t.isTemplateLiteral(parent) ||
    t.isForOfStatement(parent) ||
    isTestOf(parent, value)
  );
}
