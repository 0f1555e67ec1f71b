import * as t from '@babel/types';
import { NODE_CALLBACKS, type NodeCallbackApi } from '../../knowledge/node-callbacks.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { keyName, memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { type ModuleMember, moduleMemberOf } from '../module-member.js';
import { existingNativeCallee, promisifiedFunction } from '../promisified-constant.js';
import { type PromiseFormResult, type PromiseResults, refusal, RUNS_LATER, toResults } from './result.js';

/** Modules that behave as a core module does, without its promise API. */
const SAME_AS: Readonly<Record<string, string>> = { 'graceful-fs': 'fs' };

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
export function coreApiOf(
  file: SyntaxFile,
  call: t.CallExpression,
): { readonly member: ModuleMember; readonly api: NodeCallbackApi } | undefined {
  const member = moduleMemberOf(file, call.callee);
  if (!member) return undefined;
  const api = NODE_CALLBACKS[SAME_AS[member.module] ?? member.module]?.[member.path.join('.')];
  return api && { member, api };
}

/** `fs.exists` calls back once, without an error in front of its answer. */
function withoutError(file: SyntaxFile, call: t.CallExpression): PromiseFormResult | undefined {
  const member = moduleMemberOf(file, call.callee);
  const isExists = member?.path.join('.') === 'exists' && (SAME_AS[member.module] ?? member.module) === 'fs';
  if (!isExists) return undefined;
  const what = `the callback of ${member.module}.exists takes no error`;
  return { ...refusal(file, call, 'not-convertible', what), callsBackOnce: RUNS_LATER };
}

/** The promise form of a core module's function; undefined when the call is of something else. */
export function coreForm(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): PromiseFormResult | undefined {
  const core = coreApiOf(file, call);
  if (!core) return withoutError(file, call);
  const { member, api } = core;
  const name = `${member.module}.${member.path.join('.')}`;
  const results = name === 'dns.lookup' ? lookupResults(call) : toResults(api.results);
  if (!results) return refusal(file, call, 'not-convertible', `what ${name} gives depends on its options`);
  const native = nativeCallee(context, file, call, member, api);
  const promisified =
    native === undefined ? promisifiedFunction(file, call, member) : { callee: native, topLevel: [] };
  return {
    form: {
      ...promisified,
      suffix: '',
      results,
      throwsSynchronously: true,
      resultsOnError: member.module === 'child_process' ? 'given' : 'undefined',
      run: RUNS_LATER,
    },
  };
}
