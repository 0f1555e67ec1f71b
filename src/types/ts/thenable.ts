import { ts } from 'ts-morph';
import type { Answer, Thenable } from '../oracle.js';

const no: Answer<Thenable> = { is: 'no' };
const unknown: Answer<Thenable> = { is: 'unknown' };

/** Prints a type whole and in one line. */
export function printType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): string {
  const { NoTruncation, UseAliasDefinedOutsideCurrentScope } = ts.TypeFormatFlags;
  return checker.typeToString(type, at, NoTruncation | UseAliasDefinedOutsideCurrentScope);
}

/** Nothing is known of such a value: `any`, `unknown`, an error, or a type parameter that may be anything. */
export function isOpenType(type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  if (!(type.flags & ts.TypeFlags.Instantiable)) return false;
  const constraint = type.getConstraint();
  return !constraint || isOpenType(constraint);
}

/**
 * Whether an expression's value is thenable, as typescript-eslint's no-floating-promises decides it: some part of
 * the type has a `then` that takes two functions; or it is an array or tuple of such types.
 */
export function askThenable(checker: ts.TypeChecker, node: ts.Expression): Answer<Thenable> {
  const type = checker.getTypeAtLocation(node);
  const parts = unionParts(checker.getApparentType(type));
  if (parts.some((part) => isThenablePart(checker, part, node))) {
    return { is: 'yes', value: { typeName: printType(checker, type, node), shape: 'single' } };
  }
  const elements = parts.flatMap((part) => elementTypesOf(checker, part));
  if (elements.some((element) => isThenable(checker, element, node))) {
    return { is: 'yes', value: { typeName: printType(checker, type, node), shape: 'array' } };
  }
  return isOpenType(type) || elements.some(isOpenType) ? unknown : no;
}

export function unionParts(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function isThenable(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): boolean {
  return unionParts(checker.getApparentType(type)).some((part) => isThenablePart(checker, part, at));
}

/** Array elements that nobody knows (`any[]`) don't make the array itself unknown to its callers. */
function elementTypesOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return [];
  return checker
    .getTypeArguments(type as ts.TypeReference)
    .filter((element) => !(element.flags & ts.TypeFlags.Any));
}

function isThenablePart(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): boolean {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
  const then = type.getProperty('then');
  if (!then) return false;
  return unionParts(checker.getTypeOfSymbolAtLocation(then, at)).some((thenType) =>
    thenType.getCallSignatures().some(({ parameters: [onFulfilled, onRejected] }) => {
      if (!onFulfilled || !onRejected) return false;
      return [onFulfilled, onRejected].every((parameter) => isFunctionParameter(checker, parameter, at));
    }),
  );
}

function isFunctionParameter(checker: ts.TypeChecker, parameter: ts.Symbol, at: ts.Node): boolean {
  const type = checker.getApparentType(checker.getTypeOfSymbolAtLocation(parameter, at));
  return unionParts(type).some((part) => part.getCallSignatures().length > 0);
}
