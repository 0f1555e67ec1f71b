import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { AnyCall } from './resource-uses.js';

const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

/** Methods that give the resource itself; a listener lives as long as what it listens to. */
export const LISTENER_METHODS: ReadonlySet<string> = new Set([
  ...LISTENING,
  'off',
  'removeListener',
  'removeAllListeners',
  'setMaxListeners',
  'setEncoding',
  'setKeepAlive',
  'setNoDelay',
  'setTimeout',
  'ref',
  'unref',
]);

/** Methods that make a resource call back, or pass on what it receives, until it is closed. */
export const ENDLESS_METHODS: ReadonlySet<string> = new Set([
  'pipe',
  'consume',
  'subscribe',
  'psubscribe',
  'ssubscribe',
  'pSubscribe',
  'sSubscribe',
  'watch',
  'monitor',
]);

/** Events that tell of the resource's own life, not of something the code waits for. */
const LIFE_EVENTS = new Set([
  'error',
  'close',
  'end',
  'finish',
  'timeout',
  'notice',
  'warn',
  'warning',
  'disconnect',
  'disconnected',
  'reconnecting',
]);
const START_EVENTS = new Set(['connect', 'connected', 'connection', 'ready', 'open']);
const POOL_EVENTS = new Set(['acquire', 'release', 'remove', 'enqueue', 'query', 'query-error']);

function isPassiveEvent(event: t.Node | undefined, { kind, givesNoPromises }: Resource): boolean {
  if (kind === 'browser') return true;
  if (!t.isStringLiteral(event)) return false;
  const { value } = event;
  if (LIFE_EVENTS.has(value)) return true;
  if (givesNoPromises) return false;
  return START_EVENTS.has(value) || (kind === 'pool' && POOL_EVENTS.has(value));
}

function rootOf(node: t.Node): t.Node {
  const inner = unwrap(node);
  return t.isCallExpression(inner) || t.isMemberExpression(inner)
    ? rootOf(t.isCallExpression(inner) ? inner.callee : inner.object)
    : inner;
}

/** Does a listener do more with the resource than to end it? */
function works(file: SyntaxFile, listener: t.Node, call: AnyCall, releases: readonly string[]): boolean {
  const root = rootOf(call.callee);
  const own = t.isIdentifier(root) ? file.bindingOf(root) : undefined;
  return (own?.references ?? []).some((reference) => {
    if (!file.contains(listener, reference)) return false;
    const member = file.parentOf(reference);
    return !t.isMemberExpression(member) || !releases.includes(memberName(member) ?? '');
  });
}

/**
 * May the resource be closed although this call put a listener on it: because it tells of the resource's life only, or
 * removes a listener?
 *
 * @param releases methods that end the resource
 */
export function isPassiveListener(
  file: SyntaxFile,
  call: AnyCall,
  resource: Resource,
  releases: readonly string[],
): boolean {
  const method = t.isMemberExpression(call.callee) ? memberName(call.callee) : undefined;
  const [event, listener] = call.arguments;
  if (method === undefined || !LISTENING.has(method) || !listener) return true;
  if (t.isFunction(listener) && listener.async) return false;
  return isPassiveEvent(event, resource) && !works(file, listener, call, releases);
}
