import { ts } from 'ts-morph';
import type { Answer, CallbackSignature } from '../oracle.js';
import { isErrorFirst } from './error-first.js';
import { isOpenType, printType, unionParts } from './thenable.js';
import { needsThis } from './this-use.js';

const no: Answer<CallbackSignature> = { is: 'no' };
const unknown: Answer<CallbackSignature> = { is: 'unknown' };

/** Does the call pass a callback where its signature wants an error-first one? */
export function askErrorFirstCallback(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
): Answer<CallbackSignature> {
  const signature = checker.getResolvedSignature(call);
  if (!signature || isOpenType(checker.getTypeAtLocation(call.expression))) return unknown;
  const passed = call.arguments ?? [];
  if (passed.some(ts.isSpreadElement)) return unknown;
  let isUnclear = false;
  for (const [argumentIndex, argument] of [...passed.entries()].reverse()) {
    if (!mayBeFunction(checker, argument)) continue;
    const parameter = parameterFor(checker, signature, argumentIndex, call);
    if (!parameter || isOpenType(parameter)) {
      isUnclear = true;
      continue;
    }
    const callback = callbackSignatureOf(checker, parameter, call);
    if (!callback) {
      isUnclear ||= isFunctionObject(parameter);
      continue;
    }
    return {
      is: 'yes',
      value: {
        argumentIndex,
        parameters: callback.parameters.map(({ name }) => name),
        parameterTypes: callback.parameters.map((symbol) =>
          printType(checker, checker.getTypeOfSymbolAtLocation(symbol, call), call),
        ),
        returnType: printType(checker, signature.getReturnType(), call),
        usesThis: needsThis(checker, call.expression),
      },
    };
  }
  return isUnclear ? unknown : no;
}

/** `undefined` and object literals are passed where an optional callback is left out. */
function mayBeFunction(checker: ts.TypeChecker, argument: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(argument);
  return isOpenType(type) || unionParts(type).some((part) => part.getCallSignatures().length > 0);
}

/** Type of the parameter that takes the argument; nothing when a rest parameter takes it. */
function parameterFor(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  argumentIndex: number,
  at: ts.Node,
): ts.Type | undefined {
  const parameter = signature.parameters[argumentIndex];
  if (!parameter) return undefined;
  const { valueDeclaration } = parameter;
  const isRest =
    valueDeclaration !== undefined &&
    ts.isParameter(valueDeclaration) &&
    valueDeclaration.dotDotDotToken !== undefined;
  return isRest ? undefined : checker.getTypeOfSymbolAtLocation(parameter, at);
}

function callbackSignatureOf(
  checker: ts.TypeChecker,
  parameter: ts.Type,
  at: ts.Node,
): ts.Signature | undefined {
  return unionParts(parameter)
    .flatMap((part) => part.getCallSignatures())
    .find((signature) => isErrorFirst(checker, signature, at));
}

/** The type `Function` says nothing about its parameters. */
function isFunctionObject(type: ts.Type): boolean {
  return unionParts(type).some((part) => part.getSymbol()?.name === 'Function');
}
