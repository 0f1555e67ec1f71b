import * as t from '@babel/types';
import type { SyntaxFile } from './syntax-file.js';

function nameOfKey(key: t.Node): string | undefined {
  if (t.isIdentifier(key)) return key.name;
  if (t.isPrivateName(key)) return `#${key.id.name}`;
  return t.isStringLiteral(key) ? key.value : undefined;
}

/** What people call a function: its own name, else that of the variable, property or member it is given to. */
export function nameOfFunction(file: SyntaxFile, fn: t.Function): string | undefined {
  if ((t.isFunctionDeclaration(fn) || t.isFunctionExpression(fn)) && fn.id) return fn.id.name;
  if (t.isClassMethod(fn) || t.isClassPrivateMethod(fn) || t.isObjectMethod(fn)) return nameOfKey(fn.key);
  const holder = file.parentOf(fn);
  if (t.isVariableDeclarator(holder)) return nameOfKey(holder.id);
  if (t.isAssignmentExpression(holder))
    return t.isMemberExpression(holder.left) ? nameOfKey(holder.left.property) : nameOfKey(holder.left);
  if (t.isObjectProperty(holder) || t.isClassProperty(holder) || t.isClassPrivateProperty(holder))
    return nameOfKey(holder.key);
  return undefined;
}

/** The function in words, for messages: `` `save` ``, or `the function` where it has no name. */
export function describeFunction(file: SyntaxFile, fn: t.Function): string {
  const name = nameOfFunction(file, fn);
  return name === undefined ? 'the function' : `\`${name}\``;
}
