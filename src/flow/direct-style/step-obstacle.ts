import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import { isPromiseChain } from './chain-shape.js';

/** Events of which any number may come. */
const REPEATED = new Set(['data', 'readable', 'line', 'message', 'row', 'record', 'file', 'entry']);

/** Events that come at the end, unless something fails. */
const LAST = new Set(['end', 'finish', 'close', 'exit', 'response']);

/**
 * Says why a step that calls back has no equal async form, where its shape alone tells.
 *
 * @returns undefined for other shapes
 */
export function describeObstacle(file: SyntaxFile, expression: t.Node): string | undefined {
  const call = unwrap(expression);
  if (!t.isCallExpression(call)) return undefined;
  if (isPromiseChain(call)) return 'a promise chain of an unusual form';
  return callsInRounds(call)
    ? 'each round calls back, and no count of all rounds is found'
    : describeListener(file, call);
}

/** `list.forEach((item) => …)` */
function callsInRounds(call: t.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const method = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  return t.isFunction(call.arguments[0]) && /^(?:forEach|map)$/.test(method ?? '');
}

/** What an event calls, or a request whose failure is an event. */
function describeListener(file: SyntaxFile, call: t.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  const method = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  const [event] = call.arguments;
  if (/^(?:on|once|addListener)$/.test(method ?? '') && t.isStringLiteral(event))
    return describeEvent(event.value);
  const member = moduleMemberOf(file, call.callee);
  const isRequest =
    /^(?:https?|http2)$/.test(member?.module ?? '') && /^(?:get|request)$/.test(member?.path.join('.') ?? '');
  return isRequest
    ? `\`${file.slice(call.callee)}\` calls back with a response only: an error is an event`
    : undefined;
}

function describeEvent(event: string): string {
  if (event === 'error') return 'the event `error` calls back, which may come after another answer';
  if (REPEATED.has(event)) return `each \`${event}\` event calls back`;
  if (LAST.has(event)) return `the event \`${event}\` calls back, which does not come when something fails`;
  return `the event \`${event}\` calls back, which may come more than once, or never`;
}
