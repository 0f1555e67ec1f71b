import type * as t from '@babel/types';
import { moduleMemberOf } from '../../src/flow/module-member.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';

/**
 * Functions that wrap a handler and treat an async one like one with a callback, whatever its number of parameters.
 * middy before 1.0 is not among them: it gives the handler a callback and waits for it.
 */
const HARMLESS: ReadonlySet<string> = new Set([
  '@middy/core',
  '@sentry/serverless.AWSLambda.wrapHandler',
  '@sentry/aws-serverless.wrapHandler',
  'datadog-lambda-js.datadog',
]);

export function isHarmlessWrapper(file: SyntaxFile, wrapper: t.CallExpression): boolean {
  const member = moduleMemberOf(file, wrapper.callee);
  return member !== undefined && HARMLESS.has([member.module, ...member.path].join('.'));
}
