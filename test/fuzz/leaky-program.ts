import fc from 'fast-check';

/** Statements, as text. */
type Code = string;

/**
 * A module with a handler that leaves work behind in all the ways that leakfix knows. What it does is visible in its log:
 * `m…` are lines of the handler itself, in its own order; other lines may come at another time after a rewrite.
 */
export interface LeakyProgram {
  readonly language: 'js' | 'ts';
  readonly code: Code;
}

/** What may stand at a place of a generated program. */
interface Scope {
  readonly depth: number;
  /** Whether `await` may stand here. */
  readonly isAsync: boolean;
  /** How lines of this function are marked in the log. */
  readonly mark: string;
  /** Functions of the module that may be called. */
  readonly helpers: readonly string[];
  readonly isTypeScript: boolean;
}

const HEAD = {
  js: `const fs = require('fs');
const mysql = require('mysql2/promise');
const { log, save, refuse } = require('./work');
`,
  ts: `import * as fs from 'fs';
import * as mysql from 'mysql2/promise';
import { log, save, refuse } from './work';

interface Input {
  flag: boolean;
  items: string[];
}
`,
} as const;

function indented(code: Code): Code {
  return code.replaceAll(/^(?=.)/gm, '  ');
}

function block(code: Code): Code {
  return `{\n${indented(code)}\n}`;
}

const number = fc.integer({ min: 1, max: 9 });

function work(kind: string): fc.Arbitrary<string> {
  return number.map((id) => `save('${kind}${id}')`);
}

function logLine({ mark }: Scope): fc.Arbitrary<Code> {
  return number.map((id) => `log('${mark}${id}');`);
}

/** Promises that nobody waits for, and some that somebody does. */
function promises(scope: Scope): readonly fc.Arbitrary<Code>[] {
  const { mark, isAsync } = scope;
  const floating = work('w');
  const always = [
    floating.map((call) => `${call};`),
    floating.map((call) => `${call}.then(() => log('t'));`),
    floating.map((call) => `${call}.then((saved) => save('after ' + saved));`),
    fc.constant(`refuse('r').catch(() => log('c'));`),
    floating.map((call) => `void ${call};`),
    number.chain((id) => floating.map((call) => `const stored${id} = ${call};`)),
    fc.constant(`for (const item of event.items) ${block(`save(item);`)}`),
    fc.constant(`for (const item of event.items) ${block(`log('i');\nsave(item);\nlog('j');`)}`),
    fc.constant(`event.items.forEach(async (item) => ${block(`await save(item);\nlog('f');`)});`),
    fc.constant(`event.items.forEach((item) => ${block('save(item);')});`),
    fc.constant(`event.items.map((item) => save(item));`),
    fc.constant(`Promise.all(event.items.map((item) => save(item)));`),
    number.map((id) => `(async () => ${block(`await save('x${id}');\nlog('x');`)})();`),
    fc.tuple(floating, floating).map(([one, other]) => `event.flag ? ${one} : ${other};`),
    floating.map((call) => `event.flag && ${call};`),
  ];
  if (!isAsync) return always;
  return [
    ...always,
    work(mark).map((call) => `await ${call};`),
    work(mark).map((call) => `log(await ${call});`),
    number.chain((id) =>
      floating.map((call) => `const kept${id} = ${call};\nlog('${mark}k');\nawait kept${id};`),
    ),
    number.map((id) => `const all${id} = [];\nall${id}.push(save('p${id}'));\nlog('${mark}p');`),
    fc.constant(
      `await Promise.all(event.items.map(async (item) => ${block(`save(item + '!');\nawait save(item);`)}));`,
    ),
  ];
}

function timers({ mark }: Scope): readonly fc.Arbitrary<Code>[] {
  return [
    number.map((id) => `setTimeout(() => log('late${id}'), ${id});`),
    number.map((id) => `setTimeout(() => ${block(`log('late');\nsave('late${id}');`)}, ${id});`),
    number.map((id) => `setTimeout(async () => ${block(`await save('late${id}');\nlog('later');`)}, ${id});`),
    number.map(
      (id) =>
        `const timer${id} = setTimeout(() => log('never'), 50);\nlog('${mark}t');\nclearTimeout(timer${id});`,
    ),
  ];
}

/** Calls that take an error-first callback. */
function callbacks(scope: Scope): readonly fc.Arbitrary<Code>[] {
  const file = fc.constantFrom(`'a.txt'`, `'missing'`);
  const inner = logLine({ ...scope, mark: 'cb' });
  return [
    fc
      .tuple(file, inner, inner)
      .map(
        ([name, bad, good]) =>
          `fs.readFile(${name}, 'utf8', (err, text) => ${block(`if (err) ${block(`${bad}\nreturn;`)}\n${good}\nlog(text);`)});`,
      ),
    fc
      .tuple(file, inner)
      .map(([name, line]) => `fs.stat(${name}, function (error) ${block(`if (!error) ${line}`)});`),
  ];
}

function connections({ isAsync, mark }: Scope): readonly fc.Arbitrary<Code>[] {
  if (!isAsync) return [];
  return [
    number.map(
      (id) =>
        `const conn${id} = await mysql.createConnection({});\nawait conn${id}.query('${mark}q');\nawait conn${id}.end();`,
    ),
    number.map(
      (id) =>
        `const open${id} = await mysql.createConnection({});\nlog((await open${id}.query('${mark}q'))[0]);`,
    ),
    number.map(
      (id) =>
        `const early${id} = await mysql.createConnection({});\nif (event.flag) return 'early';\nawait early${id}.query('${mark}q');\nawait early${id}.end();`,
    ),
  ];
}

function nested(scope: Scope): readonly fc.Arbitrary<Code>[] {
  if (scope.depth >= 2) return [];
  const deeper = { ...scope, depth: scope.depth + 1 };
  const inner = statements(deeper);
  return [
    fc.tuple(inner, inner).map(([yes, no]) => `if (event.flag) ${block(yes)} else ${block(no)}`),
    inner.map((code) => `if (event.flag) ${block(`${code}\nreturn 'stop';`)}`),
    inner.map((code) => `try ${block(code)} catch (error) ${block(`log('${scope.mark}caught');`)}`),
    inner.map((code) => `try ${block(code)} finally ${block(`log('${scope.mark}finally');`)}`),
    inner.map(
      (code) =>
        `switch (event.items.length) {\n  case 0: ${block(`${code}\nbreak;`)}\n  default:\n    log('${scope.mark}d');\n}`,
    ),
  ];
}

function statement(scope: Scope): fc.Arbitrary<Code> {
  const group = (weight: number, arbitraries: readonly fc.Arbitrary<Code>[]): fc.WeightedArbitrary<Code>[] =>
    arbitraries.length === 0 ? [] : [{ weight, arbitrary: fc.oneof(...arbitraries) }];
  return fc.oneof(
    ...group(4, [logLine(scope)]),
    ...group(8, promises(scope)),
    ...group(2, timers(scope)),
    ...group(2, callbacks(scope)),
    ...group(2, connections(scope)),
    ...group(3, nested(scope)),
    ...group(
      4,
      scope.helpers.flatMap((name) => [
        fc.constant(`${name}(event);`),
        ...(scope.isAsync ? [fc.constant(`await ${name}(event);`)] : []),
      ]),
    ),
  );
}

/** Names are declared once in a block, so that the program is one. */
function statements(scope: Scope): fc.Arbitrary<Code> {
  return fc
    .array(statement(scope), { minLength: 1, maxLength: 4 })
    .map((codes) => withoutTwins(codes).join('\n'));
}

function withoutTwins(codes: readonly Code[]): readonly Code[] {
  const declared = new Set<string>();
  return codes.filter((code) => {
    const names = [...code.matchAll(/^const (\w+)/gm)].map(([, name = '']) => name);
    const isNew = names.every((name) => !declared.has(name));
    for (const name of names) declared.add(name);
    return isNew;
  });
}

/** A function that the handler may call: plain or async, with its type or without. */
function helper(name: string, known: readonly string[], isTypeScript: boolean): fc.Arbitrary<Code> {
  return fc.boolean().chain((isAsync) => {
    const scope: Scope = { depth: 1, isAsync, mark: `${name}-`, helpers: known, isTypeScript };
    return fc.tuple(statements(scope), fc.boolean(), fc.boolean()).map(([code, isArrow, isTyped]) => {
      const hasResult = /\breturn '/.test(code);
      const result = hasResult ? 'string | undefined' : 'void';
      const type = isTypeScript && isTyped ? `: ${isAsync ? `Promise<${result}>` : result}` : '';
      const parameter = isTypeScript ? 'event: Input' : 'event';
      const keyword = isAsync ? 'async ' : '';
      const body = block(hasResult ? `${code}\nreturn undefined;` : code);
      return isArrow
        ? `const ${name} = ${keyword}(${parameter})${type} => ${body};`
        : `${keyword}function ${name}(${parameter})${type} ${body}`;
    });
  });
}

function handler(helpers: readonly string[], isTypeScript: boolean): fc.Arbitrary<Code> {
  const scope = { depth: 0, mark: 'm', helpers, isTypeScript };
  const parameter = isTypeScript ? 'event: Input' : 'event';
  const start = isTypeScript ? 'export const handler =' : 'exports.handler =';
  const asyncForm = statements({ ...scope, isAsync: true }).map(
    (code) => `${start} async (${parameter}) => ${block(`${code}\nreturn 'done';`)};`,
  );
  if (isTypeScript) return asyncForm;
  const answer = fc.constantFrom(
    `callback(null, 'done');`,
    `fs.readFile('a.txt', 'utf8', (err, text) => ${block(`if (err) return callback(err);\nlog('m');\ncallback(null, text);`)});`,
    `save('m').then((saved) => callback(null, saved)).catch(callback);`,
  );
  const callbackForm = fc
    .tuple(statements({ ...scope, isAsync: false }), answer)
    .map(([code, end]) => `${start} (event, context, callback) => ${block(`${code}\n${end}`)};`);
  return fc.oneof({ weight: 3, arbitrary: asyncForm }, { weight: 1, arbitrary: callbackForm });
}

export const leakyProgram: fc.Arbitrary<LeakyProgram> = fc.boolean().chain((isTypeScript) =>
  fc
    .tuple(
      helper('first', [], isTypeScript),
      helper('second', ['first'], isTypeScript),
      handler(['first', 'second'], isTypeScript),
    )
    .map((parts): LeakyProgram => {
      const language = isTypeScript ? 'ts' : 'js';
      return { language, code: [HEAD[language], ...parts, ''].join('\n') };
    }),
);
