import { sep } from 'node:path';
import * as t from '@babel/types';
import { type Binding, isUsed } from '../syntax/binding.js';
import { describeFunction } from '../syntax/function-name.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../transform.js';
import { isContextMethod } from './direct-style/context-answer.js';

/** What in a function itself, or in who may call it, forbids that it becomes async. */
export function findStop(context: TransformContext, file: SyntaxFile, fn: t.Function): Reason | undefined {
  const places = [file.rangeOf(fn)];
  const place = placeThatCanNotBeAsync(fn);
  if (place) return { code: 'no-await-here', data: { place }, places };
  if (isCallbackHandler(context, file, fn)) return { code: 'callback-handler', places };
  if (!context.options.allowApiChange && isLibraryApi(context, file, fn))
    return { code: 'library-api', data: { name: describeFunction(file, fn) }, places };
  return undefined;
}

/** A handler that answers through its callback: where it returns a promise as well, an `await` decides which is first. */
export function findStopOfAwait(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
): Reason | undefined {
  const isAnswering =
    isUsed(parameterOf(file, fn, 2)) || usesOf(file, fn, 1).some((use) => isContextMethod(file, use));
  return isAnswering && isHandler(context, file, fn)
    ? { code: 'callback-handler', places: [file.rangeOf(fn)] }
    : undefined;
}

function parameterOf(file: SyntaxFile, fn: t.Function, index: number): Binding | undefined {
  const parameter = fn.params[index];
  return t.isIdentifier(parameter) ? file.bindingOf(parameter) : undefined;
}

function usesOf(file: SyntaxFile, fn: t.Function, index: number): readonly t.Identifier[] {
  return parameterOf(file, fn, index)?.references ?? [];
}

function isHandler(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  return context.handlersIn(file).some((handler) => handler.fn === fn);
}

function placeThatCanNotBeAsync(fn: t.Function): string | undefined {
  if (fn.generator) return 'a generator';
  if (!t.isClassMethod(fn) && !t.isObjectMethod(fn) && !t.isClassPrivateMethod(fn)) return undefined;
  if (fn.kind === 'constructor') return 'a constructor';
  return fn.kind === 'method' ? undefined : 'an accessor';
}

/**
 * A handler with a callback parameter answers through it, and making it async changes what Lambda waits for. So may one
 * that gives its context to others.
 */
function isCallbackHandler(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  const mayAnswer =
    fn.params.length >= 3 ||
    usesOf(file, fn, 1).some((use) => isContextMethod(file, use) || t.isCallExpression(file.parentOf(use)));
  return mayAnswer && isHandler(context, file, fn);
}

/** Exported by a package that others import: one with an entry point and without a handler. */
function isLibraryApi(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  const manifest = context.packages.nearest(file.path);
  if (!manifest || (manifest.main === undefined && manifest.exports === undefined)) return false;
  const folder = manifest.directory + sep;
  return !context.allHandlers().some((handler) => handler.file.startsWith(folder)) && isExported(file, fn);
}

/** Can other files reach the function: by an `export`, or as a member of what is exported? */
function isExported(file: SyntaxFile, fn: t.Function): boolean {
  if (t.isClassPrivateMethod(fn)) return false;
  if (t.isClassMethod(fn) && fn.accessibility === 'private') return false;
  let child: t.Node = fn;
  for (const ancestor of file.ancestors(fn)) {
    if (t.isExportDeclaration(ancestor)) return true;
    if (t.isAssignmentExpression(ancestor) && isExportsTarget(file, ancestor.left)) return true;
    if (t.isFunction(ancestor) || (t.isCallExpression(ancestor) && ancestor.callee !== child)) return false;
    const declared = declaredName(ancestor) ?? declaredName(child);
    if (declared && isNameExported(file, declared)) return true;
    child = ancestor;
  }
  return false;
}

function declaredName(node: t.Node): t.Identifier | undefined {
  if (t.isVariableDeclarator(node)) return t.isIdentifier(node.id) ? node.id : undefined;
  return (t.isFunctionDeclaration(node) || t.isClassDeclaration(node)) && node.id ? node.id : undefined;
}

function isNameExported(file: SyntaxFile, name: t.Identifier): boolean {
  return (file.bindingOf(name)?.references ?? []).some((reference) => {
    let child: t.Node = reference;
    for (const ancestor of file.ancestors(reference)) {
      if (t.isExportSpecifier(ancestor) || t.isExportDefaultDeclaration(ancestor)) return true;
      if (t.isAssignmentExpression(ancestor))
        return child === ancestor.right && isExportsTarget(file, ancestor.left);
      if (!t.isObjectProperty(ancestor) && !t.isObjectExpression(ancestor)) return false;
      child = ancestor;
    }
    return false;
  });
}

/** `exports.x`, `module.exports`, `module.exports.x` */
function isExportsTarget(file: SyntaxFile, target: t.Node): boolean {
  if (!t.isMemberExpression(target)) return false;
  if (file.isGlobal(target.object, 'exports')) return true;
  if (file.isGlobal(target.object, 'module')) return t.isIdentifier(target.property, { name: 'exports' });
  return isExportsTarget(file, target.object);
}
