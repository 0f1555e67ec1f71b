import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { bindingOfFunction, findCompleters } from './completers.js';
import type { CompletionNames } from './completion.js';
import { Conversion } from './conversion.js';
import { endsAlways } from './endings.js';
import { asyncKeyword, withoutParameter } from './signature.js';
import type { Converters } from './step.js';

/** A function of the same file that is converted together with the function that calls it. */
export interface OwnFunction {
  readonly conversion: Conversion;
  readonly binding: Binding;
  /** Index of the callback parameter that goes; undefined when it uses its surroundings' callback. */
  readonly callbackIndex: number | undefined;
  /** Properties of the value in which several results are returned. */
  readonly resultNames: readonly string[] | undefined;
  /** Does every way through it finish? */
  readonly endsAlways: boolean;
}

/** The function of this file that a call runs by its name. */
export function ownFunctionCalled(
  c: Conversion,
  call: t.CallExpression,
): { readonly fn: t.Function; readonly binding: Binding; readonly callee: t.Identifier } | undefined {
  const callee = unwrap(call.callee);
  const fn = t.isIdentifier(callee) ? functionNamed(c.file, callee) : undefined;
  const binding = fn && bindingOfFunction(c.file, fn);
  return fn && binding && t.isIdentifier(callee) ? { fn, binding, callee } : undefined;
}

function parameterBinding(c: Conversion, fn: t.Function, index: number): Binding | undefined {
  const parameter = fn.params[index];
  return t.isIdentifier(parameter) ? c.file.bindingOf(parameter) : undefined;
}

function usesArguments(c: Conversion, fn: t.Function): boolean {
  return c.file.nodes('Identifier').some((node) => node.name === 'arguments' && c.file.contains(fn, node));
}

function isExported(c: Conversion, binding: Binding): boolean {
  const declaration = c.file.parentOf(binding.identifier);
  if (!declaration) return true;
  for (const ancestor of [declaration, ...c.file.ancestors(declaration)])
    if (t.isExportNamedDeclaration(ancestor) || t.isExportDefaultDeclaration(ancestor)) return true;
  return false;
}

/** A name for one of several results: what the completions call it. */
function resultName(argument: t.Node | undefined): string | undefined {
  if (!argument) return undefined;
  const node = unwrap(argument);
  if (t.isIdentifier(node) && node.name !== 'undefined') return node.name;
  const name = t.isMemberExpression(node) ? memberName(node) : undefined;
  return name && /^[A-Za-z]\w*$/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : undefined;
}

/** The properties for several results; undefined when there is at most one. */
function resultNamesOf(conversion: Conversion): readonly string[] | undefined {
  const { completions, file } = conversion;
  const calls = file
    .nodes('CallExpression')
    .filter((call) => file.contains(conversion.fn, call))
    .flatMap((call) => completions.completionOf(call) ?? []);
  const count = Math.max(0, ...calls.map(({ call }) => call.arguments.length - 1));
  if (count <= 1) return undefined;
  const names: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const wishes = calls.flatMap(({ call }) => resultName(call.arguments[index]) ?? []);
    names.push(wishes.find((wish) => !names.includes(wish)) ?? `result${index}`);
  }
  return names;
}

const known = new WeakMap<Conversion, Map<t.Function, OwnFunction>>();

/**
 * Converts a function of the file together with the one that calls it, once.
 *
 * @param callbackIndex which argument finishes it; undefined for a function that uses the callback around it
 * @param contextIndex which argument is the Lambda context, when the function answers through it
 * @returns undefined when it can't be: a reason is recorded
 */
export function convertOwnFunction(
  c: Conversion,
  { fn, binding }: { readonly fn: t.Function; readonly binding: Binding },
  callbackIndex: number | undefined,
  contextIndex: number | undefined,
  convert: Converters,
): OwnFunction | undefined {
  const root = c.together[0] ?? c;
  const functions = known.get(root) ?? new Map<t.Function, OwnFunction>();
  known.set(root, functions);
  const earlier = functions.get(fn);
  if (earlier) {
    if (earlier.callbackIndex === callbackIndex) return earlier;
    c.refuse('not-convertible', `\`${binding.name}\` is called in several ways`, fn);
    return undefined;
  }
  if (c.limits.keeps(fn)) {
    c.refuse('callback-escapes', `\`${binding.name}\` stays in callback form`, fn);
    return undefined;
  }
  if (fn.generator || usesArguments(c, fn) || isExported(c, binding)) {
    c.refuse('not-convertible', `\`${binding.name}\` can be called by others, or with other arguments`, fn);
    return undefined;
  }
  const own: CompletionNames =
    callbackIndex === undefined && contextIndex === undefined
      ? c.completions.names
      : {
          callback: callbackIndex === undefined ? undefined : parameterBinding(c, fn, callbackIndex),
          context: contextIndex === undefined ? undefined : parameterBinding(c, fn, contextIndex),
        };
  if (!own.callback && !own.context) {
    c.refuse('callback-escapes', `${binding.name} takes its callback in another way`, fn);
    return undefined;
  }
  const completers = [...(own.completers ?? []), ...findCompleters(c.file, fn, own)];
  const conversion = new Conversion(c.context, c.file, fn, { ...own, completers }, c);
  const entry: OwnFunction = {
    conversion,
    binding,
    callbackIndex,
    resultNames: callbackIndex === undefined ? undefined : resultNamesOf(conversion),
    endsAlways: !t.isBlockStatement(fn.body) || endsAlways(conversion, fn.body.body, 'result'),
  };
  functions.set(fn, entry);
  if (entry.resultNames) conversion.resultNames = entry.resultNames;
  convert.body(conversion, fn.async ? 'answer' : 'promise-is-answer');
  if (callbackIndex !== undefined)
    for (const edit of withoutParameter(c.file, fn, callbackIndex))
      c.replace(edit.start, edit.end, edit.text);
  if (conversion.needsAsync)
    for (const edit of asyncKeyword(c.file, fn)) c.edits.insert(edit.start, edit.text);
  return entry;
}

/** Functions that are converted may not be called, or passed on, by code that isn't. */
export function refuseOtherUses(root: Conversion): void {
  for (const { binding, conversion } of known.get(root)?.values() ?? []) {
    const other = binding.references.find((reference) => !root.isUnderstood(reference));
    if (!other) continue;
    root.refuseFor({
      code: 'callback-escapes',
      data: { name: binding.name, what: 'it is used elsewhere as well' },
      places: [root.file.rangeOf(other)],
    });
    root.isShared = true;
    root.betterKept.add(conversion.fn);
  }
}
