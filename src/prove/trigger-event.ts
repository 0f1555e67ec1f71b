import type { Trigger } from '../project/trigger.js';
import { sampleEvents } from './events.js';

/** An event as the trigger sends it, with the method and the path that the configuration names. */
export function eventOf({ kind, method, path }: Trigger): unknown {
  if (kind !== 'apigw-v1' && kind !== 'apigw-v2') return sampleEvents[kind];
  return kind === 'apigw-v1' ? restEvent(method, path) : httpEvent(method, path);
}

function restEvent(
  method: string = sampleEvents['apigw-v1'].httpMethod,
  resource: string = sampleEvents['apigw-v1'].resource,
): unknown {
  const sample = sampleEvents['apigw-v1'];
  const path = fillIn(resource);
  return {
    ...sample,
    resource,
    path,
    httpMethod: method,
    pathParameters: parametersOf(resource),
    requestContext: {
      ...sample.requestContext,
      httpMethod: method,
      path: `/test${path}`,
      resourcePath: resource,
    },
    body: hasBody(method) ? sample.body : null,
  };
}

function httpEvent(method = 'POST', route = '/items/{id}'): unknown {
  const { body, ...sample } = sampleEvents['apigw-v2'];
  const { requestContext } = sample;
  const path = fillIn(route);
  const routeKey = `${method} ${route}`;
  const parameters = parametersOf(route);
  return {
    ...sample,
    routeKey,
    rawPath: path,
    ...(parameters !== null && { pathParameters: parameters }),
    requestContext: { ...requestContext, http: { ...requestContext.http, method, path }, routeKey },
    ...(hasBody(method) && { body }),
  };
}

const PARAMETER = /\{(\w+)\+?\}/g;

function fillIn(route: string): string {
  return route.replace(PARAMETER, '1');
}

/** API Gateway sends null when there are none. */
function parametersOf(route: string): Record<string, string> | null {
  const names = [...route.matchAll(PARAMETER)].flatMap(([, name]) => name ?? []);
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, '1']));
}

function hasBody(method: string): boolean {
  return !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method);
}
