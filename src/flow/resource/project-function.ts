import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import type { AnyCall } from './resource-uses.js';

export interface ProjectFunction {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
}

function localFunction(file: SyntaxFile, callee: t.Identifier): t.Function | undefined {
  const binding = file.bindingOf(callee);
  if (!binding || binding.writes.length > 0) return undefined;
  const declaration = file.parentOf(binding.identifier);
  if (t.isFunctionDeclaration(declaration) && declaration.id === binding.identifier) return declaration;
  if (t.isVariableDeclarator(declaration) && t.isFunction(declaration.init)) return declaration.init;
  return undefined;
}

/** The project function that a call runs, by its declaration in this file or by types; undefined when not known. */
export function projectFunctionOf(
  context: TransformContext,
  file: SyntaxFile,
  call: AnyCall,
): ProjectFunction | undefined {
  const local = t.isIdentifier(call.callee) ? localFunction(file, call.callee) : undefined;
  if (local) return { file, fn: local };
  const declaration = context.types.declarationOf(file.rangeOf(call));
  if (declaration.is !== 'yes' || !declaration.value.range) return undefined;
  const { range } = declaration.value;
  const target = context.fileAt(range.file);
  const fn = target?.functions().find((node) => startOf(node) === range.start && endOf(node) === range.end);
  return target && fn && { file: target, fn };
}
