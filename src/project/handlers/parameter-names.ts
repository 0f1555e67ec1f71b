import * as t from '@babel/types';

/** Properties that only the events of AWS services have. */
const EVENT_PROPERTIES = new Set([
  'Records',
  'ResourceProperties',
  'authorizationToken',
  'awslogs',
  'currentIntent',
  'httpMethod',
  'invokingEvent',
  'isBase64Encoded',
  'methodArn',
  'pathParameters',
  'queryStringParameters',
  'rawPath',
  'requestContext',
  'triggerSource',
  'userPoolId',
]);

/** The name of a parameter; undefined for a pattern or a rest parameter. */
export function findParameterName(parameter: t.Node | undefined): string | undefined {
  if (t.isAssignmentPattern(parameter)) return findParameterName(parameter.left);
  return t.isIdentifier(parameter) ? parameter.name : undefined;
}

function hasName(parameter: t.Node | undefined, pattern: RegExp): boolean {
  const name = findParameterName(parameter);
  return name !== undefined && pattern.test(name);
}

function hasTellingKey(parameter: t.Node | undefined): boolean {
  if (t.isAssignmentPattern(parameter)) return hasTellingKey(parameter.left);
  return (
    t.isObjectPattern(parameter) &&
    parameter.properties.some(
      (property) =>
        t.isObjectProperty(property) &&
        t.isIdentifier(property.key) &&
        EVENT_PROPERTIES.has(property.key.name),
    )
  );
}

/** Is this a property that only the events of AWS services have? */
export function isEventProperty(name: string): boolean {
  return EVENT_PROPERTIES.has(name);
}

/** `event`, `evt`, `snsEvent`, `{ pathParameters }`: what a handler calls its first parameter. */
export function isEventParameter(parameter: t.Node | undefined): boolean {
  return hasName(parameter, /^_*(?:event|evt|ev|e)_*$|[a-z]Event$/) || hasTellingKey(parameter);
}

/** A name that tells nothing: `_`, `__`. */
export function isUnnamedParameter(parameter: t.Node | undefined): boolean {
  return hasName(parameter, /^_+$/);
}

export function isContextParameter(parameter: t.Node | undefined): boolean {
  return hasName(parameter, /^_*(?:context|ctx|ctxt|cxt)_*$|[a-z]Context$/);
}

export function isCallbackParameter(parameter: t.Node | undefined): boolean {
  return hasName(parameter, /^_*(?:callback|cb|done|next|respond)_*$|[a-z]Callback$/i);
}

/** Is this a parameter of other platforms' functions: web servers, node callbacks, Azure, commands? */
export function isForeignParameter(parameter: t.Node | undefined): boolean {
  return hasName(parameter, /^_*(?:req|res|request|response|reply|err|error|argv|args|app)$/);
}

/** `(event, context)`, `(event, context, callback)` by their names; one of the first two may be unnamed. */
export function isLambdaParameterList(parameters: readonly t.Node[]): boolean {
  const [event, context, callback] = parameters;
  if (parameters.length > 3 || (callback && !isCallbackParameter(callback))) return false;
  if (isEventParameter(event)) return isContextParameter(context) || isUnnamedParameter(context);
  return isUnnamedParameter(event) && isContextParameter(context);
}
