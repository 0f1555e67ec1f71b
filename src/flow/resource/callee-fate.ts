import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { Reason } from '../../transform.js';
import type { FunctionInFile } from '../called-function.js';
import type { ResourceUses } from './resource-uses.js';

/** What a callee does with a resource it is given. */
export type CalleeFate =
  /** It only uses it; what it gives back may be a promise of that use. */
  | { readonly kind: 'used' }
  /** It closes it. */
  | { readonly kind: 'released' }
  | { readonly kind: 'kept'; readonly reason: Reason };

/** Functions that are being looked into, so that recursion ends. */
const inProgress = new Set<t.Function>();

function kept(what: string): CalleeFate {
  return { kind: 'kept', reason: { code: 'kept-by-callee', data: { what } } };
}

/**
 * @param index of the argument that is the resource, or depends on it
 * @param usesIn what a function does with one of its parameters
 */
export function calleeFate(
  callee: FunctionInFile,
  index: number,
  usesIn: (callee: FunctionInFile, parameter: Binding) => ResourceUses,
): CalleeFate {
  const { file, fn } = callee;
  const parameter = fn.params[index];
  if (parameter === undefined || inProgress.has(fn)) return { kind: 'used' };
  const binding = t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
  if (!binding) return kept('its parameter is taken apart');
  inProgress.add(fn);
  try {
    const uses = usesIn(callee, binding);
    const [problem] = [...uses.problems, ...uses.ongoing];
    if (problem) return kept(problem.data?.what ?? problem.code);
    return { kind: uses.releases.length > 0 ? 'released' : 'used' };
  } finally {
    inProgress.delete(fn);
  }
}
