import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { findMemberName } from './declared-value.js';
import type { HandlerFunction } from './handler-function.js';
import {
  findParameterName,
  isCallbackParameter,
  isContextParameter,
  isEventParameter,
  isEventProperty,
  isForeignParameter,
  isLambdaParameterList,
  isUnnamedParameter,
} from './parameter-names.js';

/** Members that only Lambda's context object has. */
const CONTEXT_PROPERTIES = new Set([
  'awsRequestId',
  'callbackWaitsForEmptyEventLoop',
  'clientContext',
  'functionVersion',
  'getRemainingTimeInMillis',
  'invokedFunctionArn',
  'logGroupName',
  'logStreamName',
  'memoryLimitInMB',
  'succeed',
]);

/** Wrappers that exist for Lambda handlers only. */
const LAMBDA_WRAPPERS = /^(?:middy|@middy\/core)$/;

/** Packages whose functions look like Lambda's but run elsewhere. */
const FOREIGN_PACKAGES =
  /^(?:@azure\/functions|@google-cloud\/functions-framework|firebase-functions|twilio)$/;
const AWS_PACKAGES =
  /^(?:aws-sdk|aws-xray-sdk(?:-core)?|aws-lambda|@aws-sdk\/.+|@aws-lambda-powertools\/.+)(?:\/|$)/;

/** Members of a browser's events. */
const DOM_PROPERTIES = new Set(['preventDefault', 'stopPropagation', 'target', 'currentTarget', 'keyCode']);

function findImportedModules(file: SyntaxFile): readonly string[] {
  const required = file.nodes('CallExpression').flatMap((call) => {
    const [source] = call.arguments;
    return file.isGlobal(call.callee, 'require') && t.isStringLiteral(source) ? [source.value] : [];
  });
  return [...file.nodes('ImportDeclaration').map(({ source }) => source.value), ...required];
}

/** The properties that the function reads or writes of one of its parameters. */
function findUsedProperties(file: SyntaxFile, parameter: t.Node | undefined): readonly string[] {
  const identifier = t.isAssignmentPattern(parameter) ? parameter.left : parameter;
  if (!t.isIdentifier(identifier)) return [];
  return (file.bindingOf(identifier)?.references ?? []).flatMap((reference) => {
    const member = file.parentOf(reference);
    const isOwner = t.isMemberExpression(member) || t.isOptionalMemberExpression(member);
    if (!isOwner || member.object !== reference) return [];
    const name = t.isMemberExpression(member)
      ? findMemberName(member)
      : t.isIdentifier(member.property)
        ? member.property.name
        : undefined;
    return name === undefined ? [] : [name];
  });
}

function isHandlerName(name: string): boolean {
  return /^(?:.*\.)?(?:handler|lambda_?handler)$/i.test(name);
}

function hasHandlerName({ fn }: HandlerFunction, exportName: string): boolean {
  if (isHandlerName(exportName)) return true;
  const ownName = 'id' in fn ? fn.id?.name : undefined;
  return exportName === 'default' && ownName !== undefined && isHandlerName(ownName);
}

/** The name that a chain of calls and members begins with: `middy` of `middy().use(x).handler`. */
function rootOf(node: t.Node): t.Node {
  if (t.isMemberExpression(node)) return rootOf(node.object);
  return t.isCallExpression(node) ? rootOf(node.callee) : node;
}

function isWrappedForLambda(file: SyntaxFile, { wrappers }: HandlerFunction): boolean {
  return wrappers.some(({ callee }) => {
    const root = rootOf(callee);
    if (t.isIdentifier(root, { name: 'awslambda' })) return file.bindingOf(root) === undefined;
    if (!t.isIdentifier(root, { name: 'middy' })) return false;
    return findImportedModules(file).some((source) => LAMBDA_WRAPPERS.test(source));
  });
}

/** `co.wrap(function* …)` is called as any other function; a generator by itself only begins to run. */
function isRunByCo(file: SyntaxFile, { wrappers }: HandlerFunction): boolean {
  const callee = wrappers.at(-1)?.callee;
  return (
    t.isMemberExpression(callee) &&
    t.isIdentifier(callee.property, { name: 'wrap' }) &&
    findImportedModules(file).includes('co')
  );
}

function isBrowserHandler(file: SyntaxFile, fn: t.Function): boolean {
  if (file.nodes('JSXElement').length > 0) return true;
  return findUsedProperties(file, fn.params[0]).some((name) => DOM_PROPERTIES.has(name));
}

/** Does the function use its second parameter as only Lambda's context can be used? */
function usesLambdaContext(file: SyntaxFile, fn: t.Function): boolean {
  return findUsedProperties(file, fn.params[1]).some((name) => CONTEXT_PROPERTIES.has(name));
}

function usesLambdaEvent(file: SyntaxFile, fn: t.Function): boolean {
  const [event] = fn.params;
  return findUsedProperties(file, event).some(isEventProperty);
}

/** Parameter lists that tell a handler when its export is called `handler`. */
function canBeNamedHandler(file: SyntaxFile, fn: t.Function): boolean {
  const [event, context, callback] = fn.params;
  if (isContextParameter(event)) return false;
  if (callback) return isCallbackParameter(callback) || isContextParameter(context);
  if (context) return isContextParameter(context) || (isEventParameter(event) && isUnnamedParameter(context));
  return isEventParameter(event) && findParameterName(event) !== 'e' && !isBrowserHandler(file, fn);
}

/** Parameter lists that tell a handler whatever its export is called. */
function isTellingWithoutName(file: SyntaxFile, fn: t.Function): boolean {
  const [event, , callback] = fn.params;
  if (!isLambdaParameterList(fn.params)) return false;
  if (callback && isEventParameter(event)) return true;
  return usesLambdaEvent(file, fn) || findImportedModules(file).some((source) => AWS_PACKAGES.test(source));
}

/**
 * Does the function look like a Lambda handler? The position and use of the parameters decide: the event first, the
 * context second, the callback third. The same names in another order belong to other platforms.
 */
export function hasHandlerShape(file: SyntaxFile, found: HandlerFunction, exportName: string): boolean {
  const { fn } = found;
  const [event] = fn.params;
  if (fn.params.length > 3 || (fn.generator === true && !isRunByCo(file, found))) return false;
  if (findImportedModules(file).some((source) => FOREIGN_PACKAGES.test(source))) return false;
  if (isWrappedForLambda(file, found)) return true;
  if (!event || fn.params.some(isForeignParameter)) return false;
  if (usesLambdaContext(file, fn)) return true;
  if (hasHandlerName(found, exportName) && canBeNamedHandler(file, fn)) return true;
  return isTellingWithoutName(file, fn);
}
