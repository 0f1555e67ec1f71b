import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { findDeclaredValue, findKeyName, findMemberName, withoutCasts } from './declared-value.js';

/** A named part of an object, an instance or a class. */
export interface Member {
  readonly name: string;
  /** A method, or the value of a property. */
  readonly value: t.Node;
  /** The property that declares the value, which may carry its type. */
  readonly declaration: t.Node;
}

function findObjectMembers(object: t.ObjectExpression): readonly Member[] {
  return object.properties.flatMap((property): readonly Member[] => {
    if (t.isSpreadElement(property)) return [];
    const name = findKeyName(property.key, property.computed);
    if (name === undefined) return [];
    if (t.isObjectProperty(property)) return [{ name, value: property.value, declaration: property }];
    return property.kind === 'method' ? [{ name, value: property, declaration: property }] : [];
  });
}

function findClassMembers(classNode: t.Class, isStatic: boolean): readonly Member[] {
  return classNode.body.body.flatMap((member): readonly Member[] => {
    if (!t.isClassMethod(member) && !t.isClassProperty(member)) return [];
    if (member.static !== isStatic) return [];
    const name = findKeyName(member.key, member.computed);
    if (name === undefined) return [];
    if (t.isClassProperty(member))
      return member.value ? [{ name, value: member.value, declaration: member }] : [];
    return member.kind === 'method' ? [{ name, value: member, declaration: member }] : [];
  });
}

function findSuperclass(file: SyntaxFile, classNode: t.Class): t.Class | undefined {
  const value = t.isIdentifier(classNode.superClass)
    ? findDeclaredValue(file, classNode.superClass)
    : undefined;
  return t.isClass(value) ? value : undefined;
}

function findAllClassMembers(file: SyntaxFile, classNode: t.Class, isStatic: boolean): readonly Member[] {
  const members = [...findClassMembers(classNode, isStatic)];
  const seen = new Set([classNode]);
  for (
    let base = findSuperclass(file, classNode);
    base && !seen.has(base);
    base = findSuperclass(file, base)
  ) {
    seen.add(base);
    members.push(...findClassMembers(base, isStatic));
  }
  return members.filter(({ name }, index) => members.findIndex((other) => other.name === name) === index);
}

/** `api.get = …` on a name that holds an object. */
function findAddedMembers(file: SyntaxFile, identifier: t.Identifier): readonly Member[] {
  const references = file.bindingOf(identifier)?.references ?? [];
  return references.flatMap((reference) => {
    const member = file.parentOf(reference);
    const assignment = member && file.parentOf(member);
    if (!t.isMemberExpression(member) || member.object !== reference) return [];
    if (!t.isAssignmentExpression(assignment, { operator: '=' }) || assignment.left !== member) return [];
    const name = findMemberName(member);
    return name === undefined ? [] : [{ name, value: assignment.right, declaration: assignment }];
  });
}

/** The members that are plain to see of an object literal, a class, an instance of a class of this file, or a name for one. */
export function findMembers(file: SyntaxFile, node: t.Node, depth = 0): readonly Member[] {
  const value = withoutCasts(node);
  if (depth > 5) return [];
  if (t.isObjectExpression(value)) return findObjectMembers(value);
  if (t.isClass(value)) return findAllClassMembers(file, value, true);
  if (t.isNewExpression(value)) {
    const classNode = t.isIdentifier(value.callee) ? findDeclaredValue(file, value.callee) : value.callee;
    return t.isClass(classNode) ? findAllClassMembers(file, classNode, false) : [];
  }
  if (!t.isIdentifier(value)) return [];
  const declared = findDeclaredValue(file, value);
  return declared ? [...findMembers(file, declared, depth + 1), ...findAddedMembers(file, value)] : [];
}
