import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Reason } from '../../transform.js';
import type { Naming } from './naming.js';

function methodsCalledOn(file: SyntaxFile, naming: Naming): ReadonlySet<string> {
  const references = naming.kind === 'variable' ? naming.binding.references : [];
  const chained = naming.kind === 'variable' ? naming.called : [];
  return new Set([
    ...chained,
    ...references.flatMap((reference) => {
      const member = file.parentOf(reference);
      const isObject = t.isMemberExpression(member) && member.object === reference;
      return isObject ? (memberName(member) ?? []) : [];
    }),
  ]);
}

/**
 * The row that fits when the installed version is not known: by the way the code opens it and closes it, or the row
 * that is right for every version.
 */
export function chooseRow(
  file: SyntaxFile,
  rows: readonly [Resource, ...Resource[]],
  naming: Naming,
): Resource | Reason {
  const [first, ...others] = rows;
  if (others.length === 0) return first;
  const called = methodsCalledOn(file, naming);
  const opens = rows.some(({ opensWith }) => opensWith !== undefined && called.has(opensWith));
  const fitting = rows.filter(({ opensWith }) => (opensWith !== undefined) === opens);
  const released = fitting.filter(({ release }) => called.has(release.method));
  const candidates = released.length > 0 ? released : fitting;
  const safest = candidates.find(({ fitsUnknownMajor }) => fitsUnknownMajor) ?? candidates[0];
  if (safest && (candidates.length === 1 || safest.fitsUnknownMajor)) return safest;
  return { code: 'unknown-version', data: { package: first.module } };
}
