import type { Trigger } from '../project/trigger.js';
import { sampleEvents } from './events.js';

/** An event as the trigger sends it, with the method and the path, or the route, that the configuration names. */
export function eventOf({ kind, method, path, route }: Trigger): unknown {
  switch (kind) {
    case 'apigw-v1':
      return restEvent(method, path);
    case 'apigw-v2':
      return httpEvent(method, path);
    case 'alb':
      return loadBalancerEvent(method, path);
    case 'websocket':
      return webSocketEvent(route);
    default:
      return sampleEvents[kind];
  }
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

function loadBalancerEvent(
  method: string = sampleEvents.alb.httpMethod,
  pattern: string = sampleEvents.alb.path,
): unknown {
  const sample = sampleEvents.alb;
  const path = pattern.replaceAll(/[*?]/g, '1');
  return { ...sample, httpMethod: method, path, body: hasBody(method) ? sample.body : '' };
}

/** Connecting and disconnecting come without a message, and with the headers of the handshake. */
function webSocketEvent(route = '$default'): unknown {
  const { requestContext, isBase64Encoded, body } = sampleEvents.websocket;
  const isMessage = route !== '$connect' && route !== '$disconnect';
  if (isMessage) {
    const message = route === '$default' ? body : JSON.stringify({ action: route });
    return { requestContext: { ...requestContext, routeKey: route }, body: message, isBase64Encoded };
  }
  const { domainName, identity } = requestContext;
  const eventType = route === '$connect' ? 'CONNECT' : 'DISCONNECT';
  return {
    headers: { Host: domainName, 'User-Agent': identity.userAgent },
    requestContext: { ...requestContext, messageId: undefined, routeKey: route, eventType },
    isBase64Encoded,
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
