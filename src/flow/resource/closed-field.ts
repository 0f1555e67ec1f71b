import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { releaseMethodsOf } from '../../knowledge/resources.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import { methodNameOf } from './value-position.js';

function isMember(node: t.Node | null | undefined): node is t.MemberExpression | t.OptionalMemberExpression {
  return t.isMemberExpression(node) || t.isOptionalMemberExpression(node);
}

/** `this.connection`, a field of the object that opens the resource. */
export function isField(node: t.Node): node is t.MemberExpression {
  return t.isMemberExpression(node) && t.isThisExpression(node.object);
}

/** Does the file close what such a field holds, be it in another method or through another name of the object? */
export function isClosedField(file: SyntaxFile, field: t.MemberExpression, resource: Resource): boolean {
  const name = memberName(field);
  const methods = releaseMethodsOf(resource);
  const isField = (node: t.Node): boolean => {
    const inner = unwrap(node);
    return isMember(inner) && name !== undefined && memberName(inner) === name;
  };
  return [...file.nodes('CallExpression'), ...file.nodes('OptionalCallExpression')].some((call) => {
    const { callee } = call;
    if (resource.release.isOfModule) {
      const member = moduleMemberOf(file, callee);
      return methods.includes(member?.path.join('.') ?? '') && call.arguments.some(isField);
    }
    return isMember(callee) && isField(callee.object) && methods.includes(methodNameOf(callee) ?? '');
  });
}
