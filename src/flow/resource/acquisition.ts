import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import { RESOURCE_MODULES, resourcesAcquiredBy } from '../../knowledge/resources.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { exportedValueOf } from '../exported-value.js';
import { initialValueOf, moduleMemberOf } from '../module-member.js';
import { disposableFrom } from './disposable.js';
import { type AcquiringNode, makersOf } from './maker.js';
import type { AnyCall } from './resource-uses.js';

/** What an expression opens: rows of the table that differ by version when the version is not known. */
export interface Acquired {
  readonly rows: readonly [Resource, ...Resource[]];
}

/** A module member as the table writes it: `fs.promises.open` is `open` of `fs/promises`. */
interface AcquiringName {
  readonly module: string;
  readonly name: string;
}

function directName(file: SyntaxFile, callee: t.Node): AcquiringName | undefined {
  const member = moduleMemberOf(file, callee);
  if (!member) return undefined;
  const [first, ...rest] = member.path;
  if (member.module === 'fs' && first === 'promises') return { module: 'fs/promises', name: rest.join('.') };
  return { module: member.module, name: member.path.length === 0 ? 'default' : member.path.join('.') };
}

/** What a value was made by, in this file or in the one that exports it. */
function makerNames(
  context: TransformContext,
  file: SyntaxFile,
  value: t.Node,
): readonly (AcquiringName | undefined)[] {
  const makers = makersOf(file, value);
  if (makers.length > 0) return makers.map((maker) => directName(file, maker.callee));
  const member = moduleMemberOf(file, value);
  const exported = member && exportedValueOf(context.fileAt, file, member);
  return exported
    ? makersOf(exported.file, exported.value).map((maker) => directName(exported.file, maker.callee))
    : [];
}

/** `createPool#getConnection()` for a call of a method of what `createPool()` gave. */
function methodName(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): AcquiringName | undefined {
  const callee = unwrap(call.callee);
  if (!t.isMemberExpression(callee)) return undefined;
  const method = memberName(callee);
  const [made, ...others] = makerNames(context, file, callee.object);
  if (!made || method === undefined) return undefined;
  if (others.some((other) => other?.module !== made.module || other.name !== made.name)) return undefined;
  return { module: made.module, name: `${made.name.split('.').at(-1) ?? made.name}#${method}()` };
}

/** The same by type, for receivers that come from elsewhere: `Pool#connect`. */
function methodNameByType(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): AcquiringName | undefined {
  if (!t.isMemberExpression(call.callee)) return undefined;
  const declaration = context.types.declarationOf(file.rangeOf(call));
  if (declaration.is !== 'yes' || declaration.value.inProject) return undefined;
  const { module, name } = declaration.value;
  if (module === undefined || !RESOURCE_MODULES.has(module) || !name.includes('#')) return undefined;
  return { module, name: `${name}()` };
}

function namesOf(context: TransformContext, file: SyntaxFile, node: AcquiringNode): readonly AcquiringName[] {
  const direct = directName(file, node.callee);
  if (t.isNewExpression(node)) return direct ? [{ ...direct, name: `new ${direct.name}` }] : [];
  if (direct && !direct.module.startsWith('.')) return [{ ...direct, name: `${direct.name}()` }];
  const method =
    methodName(context, file, node) ?? (direct ? undefined : methodNameByType(context, file, node));
  return method ? [method] : [];
}

/** A callback in the arguments: the call gives nothing, the resource comes later. */
export function passesFunction(file: SyntaxFile, node: AnyCall): boolean {
  return node.arguments.some((argument) => {
    if (t.isFunction(argument)) return true;
    if (!t.isIdentifier(argument)) return false;
    const binding = file.bindingOf(argument);
    if (binding?.kind === 'function') return true;
    return binding !== undefined && t.isFunction(initialValueOf(file, binding)?.init);
  });
}

/**
 * What a call or `new` expression opens, by the import it comes from and the table; types help where the receiver
 * comes from another file, and where the table knows nothing.
 *
 * @returns undefined for what opens nothing, and for what can't be known.
 */
export function acquiredBy(
  context: TransformContext,
  file: SyntaxFile,
  node: AcquiringNode,
): Acquired | undefined {
  for (const { module, name } of namesOf(context, file, node)) {
    if (!RESOURCE_MODULES.has(module)) continue;
    const packageName = module.startsWith('@')
      ? module.split('/').slice(0, 2).join('/')
      : module.split('/')[0];
    const major = packageName === undefined ? undefined : context.packages.majorOf(file.path, packageName);
    const [first, ...others] = resourcesAcquiredBy(module, name, major);
    if (first) return { rows: [first, ...others] };
  }
  const disposable = disposableFrom(context, file, node);
  return disposable && { rows: [disposable] };
}
