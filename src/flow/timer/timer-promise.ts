import * as t from '@babel/types';
import type { TopLevelRequest } from '../../edit/change-set.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { initialValueOf, moduleMemberOf } from '../module-member.js';
import { headOffset, toLines, usesNodePrefix } from '../file-head.js';
import {
  constantName,
  findName,
  promisifiedFunction,
  type PromisifiedCallee,
} from '../promisified-constant.js';
import { isMicrotask, type TimerCall } from './timer-call.js';

/** `promisify(setTimeout)` of the global, which names no module. */
function isPromisifiedTimer(file: SyntaxFile, node: t.Node, name: string): boolean {
  if (!t.isCallExpression(node)) return false;
  const callee = moduleMemberOf(file, node.callee);
  const [original] = node.arguments;
  return (
    callee?.module === 'util' &&
    callee.path.join('.') === 'promisify' &&
    t.isIdentifier(original) &&
    file.isGlobal(original, name)
  );
}

/** A name of the file that already is the timer's promise form. */
function existingName(file: SyntaxFile, { call, name }: TimerCall): string | undefined {
  return findName(file, call, (binding) => {
    const member = moduleMemberOf(file, binding.identifier);
    if (member?.module === 'timers/promises' && member.path.join('.') === name) return true;
    const value = binding.kind === 'import' ? undefined : initialValueOf(file, binding);
    return value?.path.length === 0 && isPromisifiedTimer(file, value.init, name);
  })?.name;
}

function importedTimer(file: SyntaxFile, { name }: TimerCall): PromisifiedCallee {
  const { quote, semicolon } = file.style;
  const key = `import:timers/promises.${name}`;
  const local = constantName(file, key, [`${name}Async`]);
  const source = `${quote}${usesNodePrefix(file) ? 'node:' : ''}timers/promises${quote}`;
  const line =
    file.moduleSystem === 'esm'
      ? `import { ${name} as ${local} } from ${source}${semicolon}`
      : `const { ${name}: ${local} } = require(${source})${semicolon}`;
  const at = headOffset(file);
  return { callee: local, topLevel: [{ key, at, text: toLines(file, at, line) }] };
}

function promiseFunction(context: TransformContext, file: SyntaxFile, timer: TimerCall): PromisifiedCallee {
  const existing = existingName(file, timer);
  if (existing !== undefined) return { callee: existing, topLevel: [] };
  if (context.options.promiseStyle === 'native') return importedTimer(file, timer);
  const member = moduleMemberOf(file, timer.call.callee) ?? { module: 'timers', path: [timer.name] };
  return promisifiedFunction(file, timer.call, member);
}

function argumentText(file: SyntaxFile, { name, delay }: TimerCall): string {
  if (name === 'setImmediate') return '';
  return delay ? file.slice(delay) : '0';
}

/** A promise that is fulfilled when the timer would call back, and what the top of the file needs for it. */
export interface TimerPromise {
  readonly promise: string;
  readonly topLevel: readonly TopLevelRequest[];
}

/** The promise form of a timer, in the style that the options ask for. */
export function timerPromise(context: TransformContext, file: SyntaxFile, timer: TimerCall): TimerPromise {
  if (isMicrotask(timer.name))
    return { promise: `new Promise((resolve) => ${file.slice(timer.call.callee)}(resolve))`, topLevel: [] };
  const { callee, topLevel } = promiseFunction(context, file, timer);
  return { promise: `${callee}(${argumentText(file, timer)})`, topLevel };
}
