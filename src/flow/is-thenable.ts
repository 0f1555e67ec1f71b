import * as t from '@babel/types';
import { PROMISE_METHODS, PROMISE_RETURNING, PROMISE_STATICS } from '../knowledge/promise-returning.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName, unwrap } from '../syntax/unwrap.js';
import type { TransformContext } from '../transform.js';
import { awsSdkOfClient } from './aws-client.js';
import type { FileAt } from './exported-value.js';
import { moduleMemberOf } from './module-member.js';

function isTableEntry(file: SyntaxFile, callee: t.Node): boolean {
  const member = moduleMemberOf(file, callee);
  if (!member) return false;
  const [module, path] =
    member.module === 'fs' && member.path[0] === 'promises'
      ? ['fs/promises', member.path.slice(1)]
      : [member.module, member.path];
  const entries = PROMISE_RETURNING[module];
  if (!entries) return false;
  const name = path.length === 0 ? '()' : path.join('.');
  return entries.includes(name) || (entries.includes('*') && path.length === 1);
}

function isPromisified(file: SyntaxFile, callee: t.Node): boolean {
  const node = unwrap(callee);
  const binding = t.isIdentifier(node) ? file.bindingOf(node) : undefined;
  const declarator = binding?.writes.length === 0 ? file.parentOf(binding.identifier) : undefined;
  const init = t.isVariableDeclarator(declarator) ? declarator.init : node;
  if (!t.isCallExpression(init)) return false;
  const maker = moduleMemberOf(file, init.callee);
  return maker?.module === 'util' && maker.path.join('.') === 'promisify';
}

function isThenableCall(fileAt: FileAt, file: SyntaxFile, call: t.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (isTableEntry(file, callee) || isPromisified(file, callee) || file.isGlobal(callee, 'fetch'))
    return true;
  if (!t.isMemberExpression(callee)) return false;
  const name = memberName(callee) ?? '';
  if (PROMISE_METHODS.has(name)) return true;
  if (file.isGlobal(callee.object, 'Promise')) return PROMISE_STATICS.has(name);
  const sdk = awsSdkOfClient(fileAt, file, callee.object);
  if (sdk === 'v3') return name === 'send' && call.arguments.length === 1;
  const request = unwrap(callee.object);
  return (
    name === 'promise' &&
    t.isCallExpression(request) &&
    t.isMemberExpression(request.callee) &&
    awsSdkOfClient(fileAt, file, request.callee.object) === 'v2'
  );
}

/**
 * Is the value of this expression a promise? By types, and where they don't know, by the tables.
 *
 * @returns `unknown` for `any` that no table knows.
 */
export function isThenable(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Node,
): 'yes' | 'no' | 'unknown' {
  const answer = context.types.thenable(file.rangeOf(expression)).is;
  if (answer !== 'unknown') return answer;
  const node = unwrap(expression);
  if (t.isNewExpression(node)) return file.isGlobal(node.callee, 'Promise') ? 'yes' : 'unknown';
  return t.isCallExpression(node) && isThenableCall(context.fileAt, file, node) ? 'yes' : 'unknown';
}
