import * as t from '@babel/types';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { unwrap } from '../syntax/unwrap.js';
import type { TransformContext } from '../transform.js';
import { awsSdkOfClient } from './aws-client.js';
import type { FileAt } from './exported-value.js';
import { awsForm } from './promise-forms/aws-form.js';
import { coreApiOf, coreForm } from './promise-forms/core-form.js';
import { type Judged, ownForm } from './promise-forms/own-form.js';
import { packageForm } from './promise-forms/package-form.js';
import { type PromiseFormResult, refusal } from './promise-forms/result.js';

export type { CallbackRun, PromiseForm, PromiseFormResult, PromiseResults } from './promise-forms/result.js';

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
export function isKnownCallbackCall(fileAt: FileAt, file: SyntaxFile, call: t.CallExpression): boolean {
  if (!canBeFunction(call.arguments.at(-1))) return false;
  if (coreApiOf(file, call)) return true;
  const callee = unwrap(call.callee);
  return (
    t.isFunction(call.arguments.at(-1)) &&
    t.isMemberExpression(callee) &&
    awsSdkOfClient(fileAt, file, callee.object) !== undefined
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
  return find(context, file, call, []);
}

function find(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  judged: Judged,
): PromiseFormResult {
  if (call.arguments.some((argument) => t.isSpreadElement(argument)))
    return refusal(file, call, 'not-convertible', 'spread arguments may hold the callback');
  return (
    coreForm(context, file, call) ??
    awsForm(context.fileAt, file, call) ??
    ownForm(context, file, call, judged, (inner, innerCall, alsoJudged) =>
      find(context, inner, innerCall, alsoJudged),
    ) ??
    packageForm(context, file, call) ??
    refusal(file, call, 'unknown-callee', file.slice(call.callee))
  );
}
