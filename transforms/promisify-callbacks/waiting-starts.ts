import * as t from '@babel/types';
import { calledFunction, functionBehind, type FunctionInFile } from '../../src/flow/called-function.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import { findCallbackCalls } from './callback-calls.js';
import { enclosingFunctionOf } from './enclosing.js';
import { promisifiedUseOf } from './promisified-uses.js';
import { doneParameter } from './test-functions.js';

/** Where waiting can begin: functions that are promisified, or called by functions that can wait; and tests. */
export function startsIn(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  const tests = file.functions().filter((fn) => doneParameter(file, fn));
  return [
    ...calledByWaiting(context, file),
    ...promisifiedIn(context, file),
    ...tests.map((fn) => ({ file, fn })),
  ];
}

/** Own functions that an async function, or a test, gives a callback. */
function calledByWaiting(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  const all = findCallbackCalls(context, file);
  return all
    .filter(({ call }) => {
      const caller = enclosingFunctionOf(file, call, all);
      return caller && (caller.async || doneParameter(file, caller));
    })
    .flatMap(({ call }) => calledFunction(context, file, call) ?? []);
}

/** Own functions that are promisified somewhere in the file. */
function promisifiedIn(context: TransformContext, file: SyntaxFile): readonly FunctionInFile[] {
  if (!file.hasName('promisify')) return [];
  return file.nodes('CallExpression').flatMap((call) => {
    const [original] = call.arguments;
    const isUse = original && promisifiedUseOf(file, nameNodeOf(original)) !== undefined;
    return (isUse && functionBehind(context, file, original)) || [];
  });
}

function nameNodeOf(node: t.Node): t.Node {
  return t.isMemberExpression(node) ? node.property : node;
}
