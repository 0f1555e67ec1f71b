/** Errors that the runtime itself raises. Callers of the function see these names and texts. */
class RuntimeError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = `Runtime.${name}`;
  }
}

export function importModuleError(cause: Error): Error {
  return new RuntimeError('ImportModuleError', String(cause));
}

export function userCodeSyntaxError(cause: SyntaxError): Error {
  return new RuntimeError('UserCodeSyntaxError', String(cause));
}

export function handlerNotFound(handlerName: string, problem: string): Error {
  return new RuntimeError('HandlerNotFound', `${handlerName} is ${problem}`);
}

export function malformedStreamingHandler(): Error {
  return new RuntimeError('MalformedStreamingHandler', 'Only response streaming is supported.');
}

export function invalidStreamingOperation(message: string): Error {
  return new RuntimeError('InvalidStreamingOperation', message);
}

export function unhandledPromiseRejection(reason: unknown): Error {
  return new RuntimeError('UnhandledPromiseRejection', String(reason));
}

export function stringifyError(): Error {
  return new RuntimeError('JSONStringifyError', 'Unable to stringify response body');
}

/** An async handler whose promise can never settle any more, since nothing is left to run. */
export function nodeJsExit(): Error {
  return new RuntimeError(
    'NodeJsExit',
    'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes',
  );
}

export function callbackHandlerDeprecated(): Error {
  return new RuntimeError(
    'CallbackHandlerDeprecated',
    'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
  );
}
