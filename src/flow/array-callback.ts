import * as t from '@babel/types';
import type { TextEdit } from '../edit/text-edit.js';
import { memberName } from '../syntax/unwrap.js';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason } from '../transform.js';
import type { TypeOracle } from '../types/oracle.js';
import { insertion, isParenthesized } from './await-insertion.js';
import type { ArrayMethodCall } from './function-position.js';

/** How a call of an array method is written once its callback returns promises. */
export type ArrayCallEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly mustAwait: boolean }
  | { readonly ok: false; readonly reason: Reason };

/**
 * `xs.forEach(f)` becomes `await Promise.all(xs.map(f))`, and so does a `map` whose result isn't passed to `Promise.all`
 * already; `xs.flatMap(f)` becomes `(await Promise.all(xs.map(f))).flat()`. The calls start in the same order as before,
 * and what they do later may overlap.
 */
export function awaitArrayCall(file: SyntaxFile, types: TypeOracle, array: ArrayMethodCall): ArrayCallEdits {
  const { call, callee, method } = array;
  if (!['forEach', 'map', 'flatMap'].includes(method)) return refuse(file, array);
  const isArray = isArrayValue(types, file, callee.object);
  const spread = isArray === 'no' ? spreadCollectionEdits(file, types, array) : [];
  if (!spread) return refuse(file, array);
  if (isArray === 'unknown') {
    const what = file.slice(callee.object);
    return {
      ok: false,
      reason: { code: 'unknown-type', data: { what }, places: [file.rangeOf(callee.object)] },
    };
  }
  const isDropped = t.isExpressionStatement(file.parentOf(call));
  if (method === 'map' && isArgumentOfPromiseAll(file, call))
    return { ok: true, edits: [], mustAwait: false };
  if (method === 'forEach' && !isDropped) return refuse(file, array);
  if (t.isOptionalCallExpression(call) && !isDropped) return refuse(file, array);
  const rename =
    method === 'map' ? [] : [{ start: startOf(callee.property), end: endOf(callee.property), text: 'map' }];
  const wrap = method === 'flatMap' && !isDropped ? flattenedEdits(call) : promiseAllEdits(file, call);
  return { ok: true, edits: [...wrap, ...spread, ...rename], mustAwait: true };
}

/**
 * What makes an array of a map or a set whose `forEach` gets a function without a name: `[...xs]`, `[...xs.values()]`.
 * `forEach` of a map passes the value first.
 *
 * @returns undefined for anything else, and for a callback that changes what it goes through
 */
function spreadCollectionEdits(
  file: SyntaxFile,
  types: TypeOracle,
  { call, callee, method }: ArrayMethodCall,
): readonly TextEdit[] | undefined {
  const { object } = callee;
  const type = types.typeOf(file.rangeOf(object));
  const kind = type.is === 'yes' ? /^(?:Readonly)?(Map|Set)<.*>$/s.exec(type.value)?.[1] : undefined;
  const [callback] = call.arguments;
  if (!kind || method !== 'forEach' || !t.isFunction(callback) || t.isOptionalCallExpression(call))
    return undefined;
  if (file.slice(callback).includes(file.slice(object)) || call.arguments.length > 1) return undefined;
  const [value, key, ...more] = callback.params;
  const open = insertion(startOf(object), '[...');
  if (!key) return [open, insertion(endOf(object), kind === 'Map' ? '.values()]' : ']')];
  const isPlain = [value, key].every((name) => t.isIdentifier(name) && !name.typeAnnotation);
  if (kind === 'Set' || more.length > 0 || !isPlain || !value) return undefined;
  const entry = `[${file.slice(key)}, ${file.slice(value)}]`;
  return [open, insertion(endOf(object), ']'), { start: startOf(value), end: endOf(key), text: entry }];
}

function flattenedEdits(call: t.Node): readonly TextEdit[] {
  return [insertion(startOf(call), '(await Promise.all('), insertion(endOf(call), ')).flat()')];
}

function refuse(file: SyntaxFile, { call, method }: ArrayMethodCall): ArrayCallEdits {
  return { ok: false, reason: { code: 'array-callback', data: { method }, places: [file.rangeOf(call)] } };
}

/** `await Promise.all(…)` around an expression; an optional chain that ends early gives no promises. */
export function promiseAllEdits(file: SyntaxFile, expression: t.Expression): readonly TextEdit[] {
  const parent = file.parentOf(expression);
  const isOperand =
    !isParenthesized(expression) &&
    ((t.isMemberExpression(parent) && parent.object === expression) || t.isTSNonNullExpression(parent));
  const fallback = t.isOptionalCallExpression(expression) ? ' ?? []' : '';
  return [
    insertion(startOf(expression), `${isOperand ? '(' : ''}await Promise.all(`),
    insertion(endOf(expression), `${fallback})${isOperand ? ')' : ''}`),
  ];
}

function isArrayValue(types: TypeOracle, file: SyntaxFile, receiver: t.Node): 'yes' | 'no' | 'unknown' {
  if (t.isArrayExpression(receiver) || isRecordsOfEvent(file, receiver)) return 'yes';
  const type = types.typeOf(file.rangeOf(receiver));
  if (type.is !== 'yes') return 'unknown';
  const name = type.value.replace(/ \| (?:undefined|null)$/, '');
  if (name.includes(' | ')) return 'unknown';
  return /^(?:readonly )?(?:.*\[\]|\[.*\]|(?:Readonly)?Array<.*>)$/s.test(name) ? 'yes' : 'no';
}

/**
 * `event.Records`, the array in which S3, SNS, SQS, Kinesis and DynamoDB hand over what happened:
 * docs.aws.amazon.com/lambda/latest/dg/lambda-services.html.
 */
function isRecordsOfEvent(file: SyntaxFile, receiver: t.Node): boolean {
  return (
    t.isMemberExpression(receiver) &&
    t.isIdentifier(receiver.object) &&
    file.bindingOf(receiver.object)?.kind === 'param' &&
    memberName(receiver) === 'Records'
  );
}

export function isArgumentOfPromiseAll(file: SyntaxFile, argument: t.Node): boolean {
  const call = file.parentOf(argument);
  return (
    t.isCallExpression(call) &&
    call.arguments[0] === argument &&
    t.isMemberExpression(call.callee) &&
    file.isGlobal(call.callee.object, 'Promise') &&
    t.isIdentifier(call.callee.property) &&
    /^(?:all|allSettled)$/.test(call.callee.property.name)
  );
}
