import * as t from '@babel/types';
import { NODE_CALLBACKS } from '../../knowledge/node-callbacks.js';
import { PACKAGE_CALLBACKS, type PackageCallbacks } from '../../knowledge/package-callbacks.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import type { TransformContext } from '../../transform.js';
import { type ModuleMember, moduleMemberOf, rootModule } from '../module-member.js';
import { type PromisifiedCallee, promisifiedFunction, promisifiedMethod } from '../promisified-constant.js';
import {
  type CallbackRun,
  type PromiseFormResult,
  type PromiseResults,
  refusal,
  RUNS_LATER,
  toResults,
} from './result.js';

/** Methods whose callback is called more than once, or is a listener, whatever their signature says. */
const CALLED_OFTEN =
  /^(?:_\w+|on\w*|once|each\w*|forEach|watch\w*|subscribe|listen|use|write|pipe|stream|handle\w*)$/;

/** A function or method of a package. */
interface PackageFunction {
  readonly module: string;
  /** The last name; `()` for the package itself. */
  readonly name: string;
  /** Set when the file itself tells which export it is. */
  readonly member?: ModuleMember;
}

function isPackage(module: string): boolean {
  return !/^[./]|^lib\./.test(module);
}

function packageFunctionOf(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): PackageFunction | undefined {
  const member = moduleMemberOf(file, call.callee);
  if (member && isPackage(member.module))
    return { module: member.module, name: member.path.at(-1) ?? '()', member };
  const declaration = context.types.declarationOf(file.rangeOf(call));
  const declared = declaration.is === 'yes' && !declaration.value.inProject ? declaration.value : undefined;
  const callee = unwrap(call.callee);
  const name = t.isMemberExpression(callee) ? memberName(callee) : undefined;
  const module =
    declared?.module ?? (t.isMemberExpression(callee) ? rootModule(file, callee.object) : undefined);
  return module !== undefined && name !== undefined && isPackage(module) ? { module, name } : undefined;
}

/** Packages that wait for a server before they call back; others may have the result at hand. */
const WAITING =
  /^(?:mysql2?|pg|mariadb\/callback|sqlite3|mssql|tedious|oracledb|mongodb|redis|ioredis|request)$/;

function runOf({ module }: PackageFunction): CallbackRun {
  return { ...RUNS_LATER, atOnce: !WAITING.test(module) };
}

function hasName(names: string | undefined, name: string): boolean {
  return names?.split(' ').includes(name) ?? false;
}

/** The row for the major that the project uses; when that isn't known, the one that has the callback form. */
function rowFor(
  context: TransformContext,
  file: SyntaxFile,
  { module, name }: PackageFunction,
): PackageCallbacks | undefined {
  const rows = PACKAGE_CALLBACKS[module] ?? [];
  const major = context.packages.majorOf(file.path, module);
  if (major !== undefined) return rows.find(({ from, to }) => from <= major && major <= to);
  // Where some majors only call back, the callback is what all of them have.
  const withCallback =
    rows.find(({ promisify }) => hasName(promisify, name)) ?? rows.find(({ omit }) => hasName(omit, name));
  return withCallback ?? rows.find(({ refuse }) => hasName(refuse, name));
}

function isUsed(file: SyntaxFile, parameter: t.Node | undefined): boolean {
  if (!parameter) return false;
  return !t.isIdentifier(parameter) || (file.bindingOf(parameter)?.references.length ?? 1) > 0;
}

/** `request` calls back with `(error, response, body)`, and the promise gives the response, which has the body. */
function requestResults(file: SyntaxFile, call: t.CallExpression): PromiseResults | undefined {
  const callback = call.arguments.at(-1);
  if (!t.isFunction(callback)) return undefined;
  const [, response, body] = callback.params;
  if (!isUsed(file, body)) return { kind: 'value' };
  return isUsed(file, response) ? undefined : { kind: 'object', properties: ['response', 'body'] };
}

function promisified(
  file: SyntaxFile,
  call: t.CallExpression,
  { member }: PackageFunction,
): PromisifiedCallee | undefined {
  if (!member) return promisifiedMethod(file, call);
  return promisifiedFunction(file, call, member);
}

/** By signature: the last argument is a function whose first parameter is an error. */
function formBySignature(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
  fn: PackageFunction,
): PromiseFormResult | undefined {
  const answer = context.types.errorFirstCallback(file.rangeOf(call));
  if (answer.is !== 'yes') return undefined;
  if (answer.value.argumentIndex !== call.arguments.length - 1)
    return refusal(file, call, 'not-convertible', 'the callback is not the last argument');
  if (fn.module === 'dns' && fn.name === 'lookup')
    return refusal(file, call, 'not-convertible', 'what dns.lookup gives depends on its options');
  if (CALLED_OFTEN.test(fn.name))
    return refusal(file, call, 'not-convertible', `${fn.name} may call back more than once`);
  const callee = promisified(file, call, answer.value.usesThis ? { module: fn.module, name: fn.name } : fn);
  if (!callee) return refusal(file, call, 'not-convertible', 'the method can not be bound to its object');
  return {
    form: {
      ...callee,
      suffix: '',
      // util.promisify keeps the first result only, except of some functions of Node.js.
      results: toResults(
        NODE_CALLBACKS[fn.module]?.[fn.name]?.results ?? answer.value.parameters.slice(1, 2),
      ),
      throwsSynchronously: true,
      resultsOnError: 'given',
      run: runOf(fn),
    },
  };
}

function formByRow(
  file: SyntaxFile,
  call: t.CallExpression,
  fn: PackageFunction,
  row: PackageCallbacks,
): PromiseFormResult | undefined {
  const { module, name } = fn;
  const what = name === '()' ? module : `${module} ${name}`;
  if (hasName(row.refuse, name))
    return refusal(file, call, 'not-convertible', `${what} has no equal promise form`);
  const isOmitted = hasName(row.omit, name);
  if (!isOmitted && !hasName(row.promisify, name)) return undefined;
  const results: PromiseResults | undefined =
    module === 'request' ? requestResults(file, call) : { kind: 'value' };
  if (!results)
    return {
      ...refusal(file, call, 'not-convertible', `the promise form of ${what} gives fewer results`),
      callsBackOnce: runOf(fn),
    };
  const callee = isOmitted ? { callee: file.slice(call.callee), topLevel: [] } : promisified(file, call, fn);
  if (!callee) return refusal(file, call, 'not-convertible', 'the method can not be bound to its object');
  return {
    form: {
      ...callee,
      suffix: '',
      results,
      // The tasks that it is given run at once.
      throwsSynchronously: module === 'async',
      // What is done so far comes along with the error.
      resultsOnError: module === 'async' ? 'given' : 'undefined',
      run: runOf(fn),
    },
  };
}

/**
 * The promise form of a package's function or method: by the table for the major that the project uses, else by its
 * signature. Undefined when it isn't known what is called.
 */
export function packageForm(
  context: TransformContext,
  file: SyntaxFile,
  call: t.CallExpression,
): PromiseFormResult | undefined {
  const fn = packageFunctionOf(context, file, call);
  if (!fn) return undefined;
  const row = rowFor(context, file, fn);
  return (row && formByRow(file, call, fn, row)) ?? formBySignature(context, file, call, fn);
}
