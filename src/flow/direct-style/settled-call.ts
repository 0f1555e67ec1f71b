import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Callback } from './callback-shape.js';
import { goOn } from './code-behind.js';
import type { Conversion } from './conversion.js';
import { inlineBody } from './inline-body.js';
import { deeper } from './layout.js';
import { moveName } from './names.js';
import type { Place } from './place.js';
import type { Converters, Step } from './step.js';

/** `[err, , token]`, up to the last parameter that is used; empty when none is. */
function parametersText(c: Conversion, { fn, error, results }: Callback, place: Place): string {
  const names = [error, ...results].map((binding) => (binding ? moveName(c, binding, place.scope, fn) : ''));
  while (names.at(-1) === '') names.pop();
  return names.length > 0 ? `[${names.join(', ')}]` : '';
}

function isWritten(binding: Binding | undefined): boolean {
  return binding !== undefined && binding.writes.length > 0;
}

/** What would mean something else, or isn't allowed, inside the function that makes the promise. */
function refuseInside(c: Conversion, call: t.CallExpression): void {
  const { file } = c;
  const inCall = (node: t.Node): boolean => file.contains(call, node);
  const odd =
    file.nodes('Identifier').find((node) => node.name === 'resolve' && inCall(node)) ??
    file.nodes('AwaitExpression').find(inCall);
  const last = call.arguments.at(-1);
  if (odd && !(last && file.contains(last, odd)))
    c.refuse('not-convertible', `\`${file.slice(odd)}\` stands among the arguments`, call);
}

/**
 * Writes a call that calls back exactly once, however it does, so that everything its callback gets comes as values:
 * `const [err, a, b] = await new Promise((resolve) => { f((...results) => resolve(results)); });`, and the callback's
 * body behind it as it is. An exception inside the function goes where it goes today.
 */
export function writeSettledCall(
  c: Conversion,
  step: Step,
  call: t.CallExpression,
  callback: Callback,
  place: Place,
  convert: Converters,
): void {
  const { lineEnd, semicolon } = c.file.style;
  const { fn, error, results } = callback;
  refuseInside(c, call);
  c.needsAsync = true;
  const pattern = parametersText(c, callback, place);
  const keyword = [error, ...results].some(isWritten) ? 'let' : 'const';
  const inner = deeper(c, place.indent);
  const { behind } = step;
  const name = behind && c.freshName('pending');
  const declaration = `${pattern ? `${keyword} ${pattern} = ` : ''}await `;
  const head = name ? `const ${name} = ` : declaration;
  c.replace(step.start, startOf(call), `${head}new Promise((resolve) => {${lineEnd}${inner}`);
  c.edits.reindent(startOf(call), startOf(fn), 1);
  const settle = pattern ? '(...results) => resolve(results)' : '() => resolve()';
  const goingOn = behind && name ? goOn(c, behind, place, `${declaration}${name}${semicolon}`) : '';
  const tail = c.file.text.slice(endOf(fn), endOf(call));
  const comma = tail.trimStart().startsWith(',') ? ',' : '';
  const close = tail.includes('\n') ? `${comma}${lineEnd}${inner})` : ')';
  const text = `${settle}${close}${semicolon}${lineEnd}${place.indent}})${semicolon}${goingOn}`;
  const body: Place = { ...place, rest: [], returned: 'dropped' };
  inlineBody(c, fn, body, { from: startOf(fn), text }, { end: step.end, text: '' }, convert);
}
