import * as t from '@babel/types';
import type { TopLevelRequest } from '../edit/change-set.js';
import { WITHOUT_PROMISE_METHOD } from '../knowledge/aws-sdk.js';
import { NODE_CALLBACKS, type NodeCallbackApi } from '../knowledge/node-callbacks.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { keyName, memberName, unwrap } from '../syntax/unwrap.js';
import type { Reason, TransformContext } from '../transform.js';
import { awsSdkOfClient } from './aws-client.js';
import { type ModuleMember, moduleMemberOf } from './module-member.js';
import { existingNativeCallee, promisifiedCallee } from './promisified-constant.js';

/** How the callback's result parameters come out of the awaited value. */
export type PromiseResults =
  /** There are none: parameters behind the error are always undefined. */
  | { readonly kind: 'none' }
  /** The value is the first parameter behind the error. */
  | { readonly kind: 'value' }
  /** The value is an object, and the parameters behind the error are its properties in this order. */
  | { readonly kind: 'object'; readonly properties: readonly string[] };

/** How a call with an error-first callback as its last argument is written as an expression that can be awaited. */
export interface PromiseForm {
  /** Text before the argument list: `readFileAsync`, or the unchanged `docClient.get`. */
  readonly callee: string;
  /** Text behind the argument list: '' or `.promise()`. */
  readonly suffix: string;
  readonly results: PromiseResults;
  readonly topLevel: readonly TopLevelRequest[];
  /** True when wrong arguments make the plain call throw synchronously: inside a recovering try/catch that would now be caught. */
  readonly throwsSynchronously: boolean;
  /** What the parameters behind the error are when there is an error; `given`: they may hold something (output so far). */
  readonly resultsOnError: 'undefined' | 'null' | 'given';
}

export type PromiseFormResult = { readonly form: PromiseForm } | { readonly refusal: Reason };

/** Modules that behave as a core module does, without its promise API. */
const SAME_AS: Readonly<Record<string, string>> = { 'graceful-fs': 'fs' };

function refusal(file: SyntaxFile, node: t.Node, code: Reason['code'], what: string): PromiseFormResult {
  return { refusal: { code, data: { what }, places: [file.rangeOf(node)] } };
}

function toResults(names: readonly string[]): PromiseResults {
  if (names.length === 0) return { kind: 'none' };
  return names.length === 1 ? { kind: 'value' } : { kind: 'object', properties: names };
}

/** `dns.lookup` gives one array instead of two values when it is asked for all addresses. */
function lookupResults(call: t.CallExpression): PromiseResults | undefined {
  const object = toResults(['address', 'family']);
  if (call.arguments.length === 2) return object;
  const [, options] = call.arguments;
  if (t.isNumericLiteral(options)) return object;
  if (!t.isObjectExpression(options)) return undefined;
  for (const property of options.properties) {
    if (!t.isObjectProperty(property)) return undefined;
    const name = keyName(property);
    if (name === undefined) return undefined;
    if (name !== 'all') continue;
    if (!t.isBooleanLiteral(property.value)) return undefined;
    if (property.value.value) return { kind: 'value' };
  }
  return object;
}

/** A path for certain, not a file descriptor, which `fs.promises` doesn't take. */
function isPathLike(argument: t.Node | undefined): boolean {
  if (!argument) return false;
  const node = unwrap(argument);
  if (t.isStringLiteral(node) || t.isTemplateLiteral(node)) return true;
  if (t.isBinaryExpression(node, { operator: '+' })) return isPathLike(node.left) || isPathLike(node.right);
  return (
    t.isCallExpression(node) &&
    t.isMemberExpression(node.callee) &&
    ['join', 'resolve'].includes(memberName(node.callee) ?? '')
  );
}

function nativeCallee(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  member: ModuleMember,
  api: NodeCallbackApi,
): string | undefined {
  const { module, path } = member;
  const [name] = path;
  if (!api.native || name === undefined || path.length !== 1 || !isPathLike(call.arguments[0]))
    return undefined;
  const existing = existingNativeCallee(file, call, module, name);
  if (existing !== undefined || context.options.promiseStyle !== 'native') return existing;
  const callee = unwrap(call.callee);
  return t.isMemberExpression(callee) ? `${file.slice(callee.object)}.promises.${name}` : undefined;
}

/** The row of a core module's function, when the call is one. */
function coreApiOf(
  file: SyntaxFile,
  call: t.CallExpression,
): { readonly member: ModuleMember; readonly api: NodeCallbackApi } | undefined {
  const member = moduleMemberOf(file, call.callee);
  if (!member) return undefined;
  const api = NODE_CALLBACKS[SAME_AS[member.module] ?? member.module]?.[member.path.join('.')];
  return api && { member, api };
}

function coreForm(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  member: ModuleMember,
  api: NodeCallbackApi,
): PromiseFormResult {
  const name = `${member.module}.${member.path.join('.')}`;
  const results = name === 'dns.lookup' ? lookupResults(call) : toResults(api.results);
  if (!results) return refusal(file, call, 'not-convertible', `what ${name} gives depends on its options`);
  const native = nativeCallee(context, file, call, member, api);
  const promisified =
    native === undefined ? promisifiedCallee(file, call, member) : { callee: native, topLevel: [] };
  return {
    form: {
      ...promisified,
      suffix: '',
      results,
      throwsSynchronously: true,
      resultsOnError: member.module === 'child_process' ? 'given' : 'undefined',
    },
  };
}

function awsForm(file: SyntaxFile, call: t.CallExpression): PromiseFormResult | undefined {
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee)) return undefined;
  const method = memberName(callee);
  const request = unwrap(callee.object);
  if (method === 'send' && t.isCallExpression(request) && call.arguments.length === 1) {
    const inner = awsForm(file, request);
    const isRequest = inner && 'form' in inner && inner.form.suffix !== '';
    return isRequest
      ? { form: { ...inner.form, callee: `${file.slice(request)}.promise`, suffix: '' } }
      : undefined;
  }
  const sdk = awsSdkOfClient(file, callee.object);
  if (!sdk) return undefined;
  if (method === undefined || (sdk === 'v2' && WITHOUT_PROMISE_METHOD.has(method)))
    return refusal(file, call, 'not-convertible', `${file.slice(callee)} returns no request`);
  return {
    form: {
      callee: file.slice(call.callee),
      suffix: sdk === 'v2' ? '.promise()' : '',
      results: { kind: 'value' },
      topLevel: [],
      throwsSynchronously: false,
      resultsOnError: sdk === 'v2' ? 'null' : 'undefined',
    },
  };
}

/** Could this argument be a function? Literals, objects and arrays can't. */
function canBeFunction(argument: t.Node | undefined): boolean {
  if (!argument) return false;
  const node = unwrap(argument);
  if (t.isFunction(node)) return true;
  return (
    t.isIdentifier(node) ||
    t.isMemberExpression(node) ||
    t.isCallExpression(node) ||
    t.isLogicalExpression(node)
  );
}

/** Does this call start the work of a known callback API (of a core module or the AWS SDK), answered by its callback? */
export function isKnownCallbackCall(file: SyntaxFile, call: t.CallExpression): boolean {
  if (!canBeFunction(call.arguments.at(-1))) return false;
  if (coreApiOf(file, call)) return true;
  const callee = unwrap(call.callee);
  return (
    t.isFunction(call.arguments.at(-1)) &&
    t.isMemberExpression(callee) &&
    awsSdkOfClient(file, callee.object) !== undefined
  );
}

/**
 * The promise form of a call whose last argument is an error-first callback.
 *
 * @returns a refusal when it is not certain what is called, or the API has no equal promise form.
 */
export function promiseFormOf(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): PromiseFormResult {
  if (call.arguments.some((argument) => t.isSpreadElement(argument)))
    return refusal(file, call, 'not-convertible', 'spread arguments may hold the callback');
  const core = coreApiOf(file, call);
  if (core) return coreForm(context, file, call, core.member, core.api);
  return awsForm(file, call) ?? refusal(file, call, 'unknown-callee', file.slice(call.callee));
}
