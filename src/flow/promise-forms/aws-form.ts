import * as t from '@babel/types';
import { CALLBACK_ONLY_METHODS, WITHOUT_PROMISE_METHOD } from '../../knowledge/aws-sdk.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { awsSdkOfClient } from '../aws-client.js';
import type { FileAt } from '../exported-value.js';
import { promisifiedMethod } from '../promisified-constant.js';
import { type PromiseFormResult, refusal, RUNS_LATER } from './result.js';

/** The promise form of an AWS SDK client's request; undefined when the call is of something else. */
export function awsForm(
  fileAt: FileAt,
  file: SyntaxFile,
  call: t.CallExpression,
): PromiseFormResult | undefined {
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee)) return undefined;
  const method = memberName(callee);
  const request = unwrap(callee.object);
  if (method === 'send' && t.isCallExpression(request) && call.arguments.length === 1) {
    const inner = awsForm(fileAt, file, request);
    const isRequest = inner && 'form' in inner && inner.form.suffix !== '';
    return isRequest
      ? { form: { ...inner.form, callee: `${file.slice(request)}.promise`, suffix: '' } }
      : undefined;
  }
  const sdk = awsSdkOfClient(fileAt, file, callee.object);
  if (!sdk) return undefined;
  if (sdk === 'v2' && method !== undefined && CALLBACK_ONLY_METHODS.has(method)) {
    const promisified = promisifiedMethod(file, call);
    if (!promisified)
      return refusal(file, call, 'not-convertible', 'the method can not be bound to its object');
    return {
      form: {
        ...promisified,
        suffix: '',
        results: { kind: 'value' },
        throwsSynchronously: true,
        resultsOnError: 'given',
        run: { atOnce: true, exception: 'comes-back' },
      },
    };
  }
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
      run: RUNS_LATER,
    },
  };
}
