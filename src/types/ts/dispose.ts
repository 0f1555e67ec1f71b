import { ts } from 'ts-morph';
import type { Answer } from '../oracle.js';
import { isOpenType } from './thenable.js';

/** The dispose method that the type's own package declares; one that comes with a foreign base class may do else. */
export function askOwnDispose(
  checker: ts.TypeChecker,
  expression: ts.Expression,
): Answer<'dispose' | 'asyncDispose'> {
  const type = checker.getTypeAtLocation(expression);
  if (isOpenType(type)) return { is: 'unknown' };
  for (const name of ['asyncDispose', 'dispose'] as const) {
    const method = findWellKnownMember(checker, type, name);
    if (method && isDeclaredWith(type, method)) return { is: 'yes', value: name };
  }
  return { is: 'no' };
}

/** A member named by a well-known symbol has an escaped name like `__@asyncDispose@123`. */
function findWellKnownMember(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Symbol | undefined {
  return checker
    .getPropertiesOfType(checker.getApparentType(type))
    .find((member) => member.escapedName.toString().startsWith(`__@${name}@`));
}

function isDeclaredWith(type: ts.Type, method: ts.Symbol): boolean {
  const owners = (type.getSymbol()?.declarations ?? [])
    .map(packagePathOf)
    .filter((owner) => !owner.endsWith('/@types/node'));
  return (method.declarations ?? []).map(packagePathOf).some((owner) => owners.includes(owner));
}

/** Folder of the package a declaration is in; the whole project counts as one. */
function packagePathOf(declaration: ts.Node): string {
  const path = declaration.getSourceFile().fileName;
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';
}
