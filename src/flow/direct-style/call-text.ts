import * as t from '@babel/types';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import type { PromiseForm } from '../promise-form.js';
import { goOn } from './code-behind.js';
import type { Conversion } from './conversion.js';
import { effectOf, isHarmless } from './effects.js';
import { deeper, indentInResult, openingParenthesis } from './layout.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/** A call that becomes awaited, and what its parts become. */
export interface AwaitedCall {
  readonly step: Step;
  readonly call: t.CallExpression;
  readonly form: PromiseForm;
  readonly place: Place;
  /** The variable of the result, or a pattern of several. */
  readonly target: Target | undefined;
}

export interface Target {
  readonly text: string;
  /** The names in it. */
  readonly names: readonly string[];
  readonly isWritten: boolean;
}

/** The text that continues the result at an offset of the source. */
export interface Continuation {
  readonly from: number;
  readonly text: string;
}

function argumentsBeforeCallback(call: t.CallExpression): readonly t.Node[] {
  return call.arguments.slice(0, -1);
}

/** Offset behind the last argument that stays, or behind the opening parenthesis. */
function argumentsEnd(c: Conversion, call: t.CallExpression): number {
  const last = argumentsBeforeCallback(call).at(-1);
  return last ? endOf(last) : openingParenthesis(c.file, call) + 1;
}

/** Is an object all that is left of arguments on lines of their own? `f(⏎{ … }⏎)` becomes `f({ … })`. */
function isLonelyObject(c: Conversion, call: t.CallExpression): boolean {
  const [first, ...more] = argumentsBeforeCallback(call);
  if (!t.isObjectExpression(first) || more.length > 0 || !c.file.slice(first).includes('\n')) return false;
  const between = c.file.text.slice(openingParenthesis(c.file, call) + 1, startOf(first));
  return between.includes('\n') && between.trim() === '';
}

/** `)` and the suffix; on a line of its own when the arguments are on lines of their own. */
function closing(c: Conversion, call: t.CallExpression, form: PromiseForm, indent: string): string {
  if (isLonelyObject(c, call)) return `)${form.suffix}`;
  const [first] = argumentsBeforeCallback(call);
  const opening = openingParenthesis(c.file, call);
  const isOnOwnLines = first && c.file.text.slice(opening + 1, startOf(first)).includes('\n');
  const hasComma = /,\s*\)$/.test(c.file.slice(call));
  return `${isOnOwnLines ? (hasComma ? ',' : '') + c.file.style.lineEnd + indent : ''})${form.suffix}`;
}

/** Writes everything in front of the argument list. */
function writeHead(c: Conversion, { call, form, step }: AwaitedCall, before: string): void {
  c.replace(step.start, startOf(call), before);
  writeCallee(c, call, form);
}

function writeCallee(c: Conversion, call: t.CallExpression, form: PromiseForm): void {
  const [first] = call.arguments;
  if (first && isLonelyObject(c, call)) {
    c.replace(openingParenthesis(c.file, call) + 1, startOf(first), '');
    c.edits.reindent(startOf(first), endOf(first), -1);
  }
  if (form.callee !== c.file.slice(call.callee))
    c.replace(startOf(call), openingParenthesis(c.file, call), form.callee);
}

/** The promise of a call that stays on its line, behind a text. */
export function beginPromise(
  c: Conversion,
  { call, form, place }: Pick<AwaitedCall, 'call' | 'form' | 'place'>,
  before: string,
): Continuation {
  c.edits.insert(startOf(call), before);
  writeCallee(c, call, form);
  return { from: argumentsEnd(c, call), text: closing(c, call, form, indentInResult(c, call, place)) };
}

/** `const data = await f(…);` */
export function beginPlain(c: Conversion, awaited: AwaitedCall, keyword = ''): Continuation {
  c.needsAsync = true;
  const { call, form, place, target } = awaited;
  const declaration = target ? `${target.isWritten ? 'let' : 'const'} ${target.text} = ` : '';
  const head = keyword || `${declaration}await `;
  const { semicolon } = c.file.style;
  const end = `${closing(c, call, form, place.indent)}${semicolon}`;
  const { behind } = awaited.step;
  const name = behind && c.freshName('pending');
  writeHead(c, awaited, name ? `const ${name} = ` : head);
  const text = behind && name ? end + goOn(c, behind, place, `${head}${name}${semicolon}`) : end;
  return { from: argumentsEnd(c, call), text };
}

/** A name for an argument that is evaluated in front of the call. */
function argumentName(c: Conversion, argument: t.Node, form: PromiseForm): string {
  const node = unwrap(argument);
  if (t.isMemberExpression(node)) return c.freshName(memberName(node) ?? 'input');
  const isObject = t.isObjectExpression(node);
  return c.freshName(isObject ? (form.suffix ? 'params' : 'options') : 'input');
}

/** Types that make the call itself throw are known not to be there. */
function isSurelyText(c: Conversion, argument: t.Node): boolean {
  const node = unwrap(argument);
  if (t.isStringLiteral(node) || t.isTemplateLiteral(node)) return true;
  if (t.isBinaryExpression(node, { operator: '+' }))
    return isSurelyText(c, node.left) || isSurelyText(c, node.right);
  if (t.isCallExpression(node)) return isTextMaker(c, node);
  if (!t.isIdentifier(node)) return t.isNumericLiteral(node) || t.isObjectExpression(node);
  if (/^__(?:dir|file)name$/.test(node.name)) return c.file.isGlobal(node, node.name);
  const binding = c.file.bindingOf(node);
  if (!binding || binding.writes.length > 0) return false;
  const declarator = c.file.parentOf(binding.identifier);
  const isPlain = t.isVariableDeclarator(declarator) && declarator.id === binding.identifier;
  return isPlain && declarator.init ? isSurelyText(c, declarator.init) : false;
}

/** `path.join(…)`, `os.tmpdir()`, `JSON.stringify({ … })`: functions that give a text, or throw in front of the call. */
function isTextMaker(c: Conversion, call: t.CallExpression): boolean {
  const member = moduleMemberOf(c.file, call.callee);
  const name = member && `${member.module}.${member.path.join('.')}`;
  if (name && /^(?:path\.(?:join|resolve|normalize|dirname|basename)|os\.tmpdir)$/.test(name)) return true;
  const callee = unwrap(call.callee);
  if (t.isIdentifier(callee)) return c.file.isGlobal(callee, 'String');
  const [argument] = call.arguments;
  const isStringify = t.isMemberExpression(callee) && memberName(callee) === 'stringify';
  return (
    isStringify &&
    c.file.isGlobal(callee.object, 'JSON') &&
    argument !== undefined &&
    (t.isObjectExpression(unwrap(argument)) || t.isArrayExpression(unwrap(argument)))
  );
}

/** May the plain call throw for wrong arguments, where its promise form rejects? */
export function mayThrowAtOnce(c: Conversion, call: t.CallExpression, form: PromiseForm): boolean {
  return (
    form.throwsSynchronously && !argumentsBeforeCallback(call).every((argument) => isSurelyText(c, argument))
  );
}

/** Would `try` around the call handle its own error, and nothing else? */
export function isExactInTry(c: Conversion, call: t.CallExpression, form: PromiseForm): boolean {
  const args = argumentsBeforeCallback(call);
  return (
    !mayThrowAtOnce(c, call, form) &&
    args.filter((argument) => !isHarmless(effectOf(c.file, argument))).length <= 1
  );
}

/**
 * `let data; try { data = await f(…);`, where the error of the call alone is handled: arguments whose evaluation may
 * throw are evaluated in front.
 *
 * @param variables declarations in front of `try`
 * @param isReadAfterError may the result be read when the call failed?
 */
export function beginTry(
  c: Conversion,
  awaited: AwaitedCall,
  variables: readonly string[],
  isReadAfterError: boolean,
): Continuation {
  c.needsAsync = true;
  const { call, form, place, target } = awaited;
  const { lineEnd, semicolon } = c.file.style;
  const inner = deeper(c, place.indent);
  const initial = isReadAfterError && form.resultsOnError === 'null' ? ' = null' : '';
  if (target && isReadAfterError && form.resultsOnError === 'given')
    c.refuse('not-convertible', 'the callback may read results that come with an error', call);
  const declarations = [
    ...variables,
    ...(target?.names.map((name) => `let ${name}${initial}${semicolon}`) ?? []),
  ];
  const lines = declarations.map((line) => `${line}${lineEnd}${place.indent}`).join('');
  const isPattern = target?.text.startsWith('{') ?? false;
  const assignment = target ? `${isPattern ? '(' : ''}${target.text} = ` : '';
  const head = `${lines}try {${lineEnd}${inner}${assignment}await `;
  const tail = `${isPattern ? ')' : ''}${semicolon}`;
  const args = argumentsBeforeCallback(call);
  if (mayThrowAtOnce(c, call, form))
    c.doubt(
      'answer-changes',
      'a call with wrong arguments throws today, and would be handled as a failed one',
      call,
    );
  const { behind } = awaited.step;
  if (behind) {
    const name = c.freshName('pending');
    writeHead(c, awaited, `const ${name} = `);
    const end = `${closing(c, call, form, place.indent)}${semicolon}`;
    return { from: argumentsEnd(c, call), text: end + goOn(c, behind, place, `${head}${name}${tail}`) };
  }
  const risky = args.filter((argument) => !isHarmless(effectOf(c.file, argument)));
  const [argument] = risky;
  if (!argument) {
    writeHead(c, awaited, head);
    c.edits.reindent(startOf(call), argumentsEnd(c, call), 1);
    return { from: argumentsEnd(c, call), text: `${closing(c, call, form, inner)}${tail}` };
  }
  if (risky.length > 1)
    c.refuse('answer-changes', 'an error in the arguments would be handled as one of the call', call);
  const name = argumentName(c, argument, form);
  c.replace(awaited.step.start, startOf(argument), `const ${name} = `);
  const texts = args.map((other) => (other === argument ? name : c.textOf(other)));
  const text = `${semicolon}${lineEnd}${place.indent}${head}${form.callee}(${texts.join(', ')})${form.suffix}${tail}`;
  return { from: endOf(argument), text };
}

/** `f(…, callback)` becomes `return f(…)`. */
export function writePassedThrough(c: Conversion, awaited: AwaitedCall): void {
  const { form, step } = awaited;
  const { semicolon, lineEnd } = c.file.style;
  const { results } = form;
  if (results.kind === 'object') {
    const [first] = results.properties;
    const name = c.freshName(first ?? 'result');
    const declared = name === first ? name : `${first ?? ''}: ${name}`;
    const { from, text } = beginPlain(c, {
      ...awaited,
      target: { text: `{ ${declared} }`, names: [name], isWritten: false },
    });
    c.replace(from, step.end, `${text}${lineEnd}${awaited.place.indent}return ${name}${semicolon}`);
    return;
  }
  const { from, text } = beginPlain(c, awaited, results.kind === 'none' ? 'await ' : 'return ');
  c.replace(from, step.end, text);
}
