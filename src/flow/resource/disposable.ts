import { builtinModules } from 'node:module';
import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { RESOURCE_MODULES } from '../../knowledge/resources.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import type { AcquiringNode } from './maker.js';

/** Names that what opens something tends to have: types of the others are not asked for, for speed. */
const LIKELY_OPENER =
  /Client$|Connection$|Pool$|Session$|Socket$|Browser$|Database$|Lock$|Lease$|Handle$|Producer$|Channel$|Transport$|^(?:open|connect|acquire|lease|lock|launch)/;

/** Methods that do what disposing does, where the code calls them itself. */
const CLOSING_METHODS = ['close', 'end', 'destroy', 'release', 'disconnect', 'dispose'];

/** Modules whose resources the table knows, and Node.js. */
const KNOWN_MODULES: ReadonlySet<string> = new Set([...RESOURCE_MODULES, ...builtinModules]);

function nameOf({ callee }: AcquiringNode): string {
  const node = unwrap(callee);
  if (t.isIdentifier(node)) return node.name;
  return t.isMemberExpression(node) ? (memberName(node) ?? '') : '';
}

/**
 * What a call or `new` expression opens by its type alone, which has a `Symbol.dispose` or `Symbol.asyncDispose` of its
 * own. It is closed by that method: no other is known to do the same.
 *
 * @returns undefined for types that have none or are not known, and for packages that the table knows better.
 */
export function disposableFrom(
  context: TransformContext,
  file: SyntaxFile,
  node: AcquiringNode,
): Resource | undefined {
  if (!LIKELY_OPENER.test(nameOf(node))) return undefined;
  const declaration = context.types.declarationOf(file.rangeOf(node));
  if (declaration.is !== 'yes') return undefined;
  const { inProject, module } = declaration.value;
  // What a function of the project gives is known from its code.
  if (inProject ? !t.isNewExpression(node) : module === undefined || KNOWN_MODULES.has(module))
    return undefined;
  const parent = file.parentOf(node);
  const isAwaited = t.isAwaitExpression(parent);
  const own = context.types.ownDispose(file.rangeOf(isAwaited ? parent : node));
  if (own.is !== 'yes') return undefined;
  const isAsync = own.value === 'asyncDispose';
  return {
    module: module ?? '',
    kind: 'resource',
    acquire: [],
    ...(isAwaited && { acquiredByPromise: true }),
    release: { method: `[Symbol.${own.value}]`, ends: isAsync ? 'promise' : 'at once' },
    alsoReleasedBy: CLOSING_METHODS,
    dispose: { keyword: isAsync ? 'await using' : 'using', sinceMajor: 0 },
  };
}
