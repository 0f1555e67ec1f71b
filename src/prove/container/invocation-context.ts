import type { Invocation } from '../messages.js';

/** The part of the context object that comes from the request and is the same in all runtimes. */
export function contextData(invocation: Invocation): Record<string, unknown> {
  return {
    clientContext: undefined,
    identity: undefined,
    invokedFunctionArn: functionArn(),
    awsRequestId: invocation.requestId,
    tenantId: undefined,
    getRemainingTimeInMillis: () => invocation.deadlineMs - Date.now(),
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: process.env['AWS_LAMBDA_FUNCTION_VERSION'],
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
  };
}

function functionArn(): string {
  const { AWS_REGION: region = 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: name = 'function' } = process.env;
  return `arn:aws:lambda:${region}:123456789012:function:${name}`;
}
