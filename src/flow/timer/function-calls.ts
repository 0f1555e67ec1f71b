import type * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import type { FunctionInFile } from '../called-function.js';

/** A call of a function, and the function around it. */
export interface FunctionCall extends FunctionInFile {
  readonly call: t.CallExpression;
}

/** Where a function is called, in every file; undefined when that is not known. */
export function callsOf(
  context: TransformContext,
  { file, fn }: FunctionInFile,
): readonly FunctionCall[] | undefined {
  const usage = context.types.usageOf(file.rangeOf(fn));
  if (usage.is !== 'yes') return undefined;
  const uses = usage.value.references.filter(({ kind }) => kind !== 'mention');
  const calls = uses.flatMap((reference) => {
    const caller = context.fileAt(reference.file);
    const isCall = (node: t.Node): boolean =>
      startOf(node) === reference.start && endOf(node) === reference.end;
    const call = caller?.nodes('CallExpression').find(isCall);
    const around = call && caller?.enclosingFunction(call);
    return caller && call && around ? { file: caller, fn: around, call } : [];
  });
  return calls.length === uses.length ? calls : undefined;
}
