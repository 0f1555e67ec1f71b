import fc from 'fast-check';
import { countedLoop } from './loop-program.js';

/** A list of statements of a handler, as text. */
type Code = string;

/** What may be referred to at a place of a generated program. */
interface Scope {
  readonly depth: number;
  /** Names that hold a value. */
  readonly values: readonly string[];
  /** The name of an error that is known to be one here. */
  readonly error?: string;
  readonly hasDone: boolean;
}

const INPUTS = ['event.a', 'event.b', 'event.c'];

function indented(code: Code): Code {
  return code.replaceAll(/^(?=.)/gm, '  ');
}

function block(code: Code): Code {
  return `{\n${indented(code)}\n}`;
}

function value(scope: Scope): fc.Arbitrary<string> {
  return fc.constantFrom(
    `'text'`,
    'null',
    '{ statusCode: 200 }',
    ...scope.values.flatMap((name) => [name, `{ got: ${name} }`]),
    ...INPUTS,
  );
}

/** A call that answers, or nothing that does. */
function answer(scope: Scope): fc.Arbitrary<Code> {
  const failures = [`new Error('failed')`, `'refused'`, `{ code: 7 }`];
  const errors =
    scope.error === undefined ? failures : [...failures, scope.error, `'because: ' + ${scope.error}`];
  return fc.oneof(
    { weight: 6, arbitrary: value(scope).map((result) => `callback(null, ${result});`) },
    { weight: 3, arbitrary: fc.constantFrom(...errors).map((error) => `callback(${error});`) },
    { weight: 1, arbitrary: fc.constant('callback();') },
    { weight: 1, arbitrary: value(scope).map((result) => `context.succeed(${result});`) },
    { weight: 1, arbitrary: fc.constantFrom(...errors).map((error) => `context.fail(${error});`) },
    ...(scope.hasDone
      ? [{ weight: 4, arbitrary: value(scope).map((result) => `done(${scope.error ?? 'null'}, ${result});`) }]
      : []),
  );
}

/** An answer, and what people write behind it. */
function ending(scope: Scope): fc.Arbitrary<Code> {
  return fc.oneof(
    { weight: 5, arbitrary: answer(scope) },
    { weight: 3, arbitrary: answer(scope).map((code) => `return ${code}`) },
    { weight: 1, arbitrary: answer(scope).map((code) => `return void ${code}`) },
    {
      weight: 1,
      arbitrary: value(scope).chain((result) =>
        fc.constantFrom(
          `callback && callback(null, ${result});`,
          `if (callback) callback(null, ${result});`,
          `if (callback) {\n  console.log('asked for');\n  callback(null, ${result});\n}`,
        ),
      ),
    },
    { weight: 2, arbitrary: answer(scope).map((code) => `${code}\nreturn;`) },
    { weight: 1, arbitrary: fc.tuple(answer(scope), answer(scope)).map((codes) => codes.join('\n')) },
    { weight: 1, arbitrary: answer(scope).map((code) => `${code}\nconsole.log('behind');`) },
    { weight: 1, arbitrary: fc.constant(`console.log('no answer');`) },
  );
}

function condition(scope: Scope): fc.Arbitrary<string> {
  return fc.constantFrom(
    `event.a === 'a'`,
    `event.b === 'missing'`,
    ...scope.values.map((name) => `${name} === null`),
  );
}

function preparation(scope: Scope): fc.Arbitrary<{ readonly code: Code; readonly scope: Scope }> {
  const declares = (keyword: string, name: string, text: string): { code: Code; scope: Scope } => ({
    code: `${keyword} ${name} = ${text};`,
    scope: scope.values.includes(name) ? scope : { ...scope, values: [...scope.values, name] },
  });
  return fc.oneof(
    fc.constant({ code: '', scope }),
    fc.constant({ code: `console.log('step ${scope.depth}');`, scope }),
    fc.constant({ code: `for (const key of Object.keys(event)) console.log(key);`, scope }),
    ...['item', 'result', 'answer']
      .filter((name) => !scope.values.includes(name))
      .map((name) => fc.constantFrom(...INPUTS).map((input) => declares('const', name, `[${input}]`))),
    fc.constant(declares('var', `local${scope.depth}`, `'local'`)),
  );
}

/** The ways in which a callback looks at its error. */
function handled(scope: Scope, error: string, ok: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
  const failed = { ...scope, error };
  const recovery = ending(failed);
  return fc.oneof(
    ok.map((code) => `if (${error}) return callback(${error});\n${code}`),
    ok.map((code) => `if (${error}) {\n  callback(${error});\n  return;\n}\n${code}`),
    ok.map((code) => `if (${error}) callback(${error});\nelse ${block(code)}`),
    fc.tuple(recovery, ok).map(([bad, code]) => `if (${error}) ${block(bad)} else ${block(code)}`),
    fc.tuple(recovery, ok).map(([bad, code]) => `if (${error}) ${block(`${bad}\nreturn;`)}\n${code}`),
    fc.tuple(recovery, ok).map(([bad, code]) => `if (!${error}) ${block(code)} else ${block(bad)}`),
    ok.map((code) => `if (${error}) console.log(${error}.code);\n${code}`),
    ok.map((code) => `if (${error}) callback(${error});\n${code}`),
    fc.constant(`callback(${error}, 'both');`),
  );
}

/** Ways to call a function with a callback, up to that argument: the SDK, and the program's own functions. */
const HEADS: readonly ((input: string) => string)[] = [
  (input) => `table.get({ TableName: 't', Key: { id: ${input} } }`,
  (input) => `table.get({ TableName: 't', Key: { id: ${input} } }`,
  (input) => `table.delete({ TableName: 't', Key: { id: ${input} } }`,
  (input) => `parse(${input}`,
  (input) => `guess(${input}`,
  (input) => `find(${input}`,
];

/** The program's own functions: two that may call back at once, and one that gives two results. */
export const OWN_FUNCTIONS: Readonly<Record<string, Code>> = {
  parse: `function parse(text, done) {
  try {
    done(null, JSON.parse(\`{ "text": "\${text}" }\`));
  } catch (error) {
    done(error);
  }
}`,
  guess: `function guess(id, done) {
  if (id === 'missing') return done(null, null);
  table.get({ TableName: 't', Key: { id } }, (err, data) => {
    if (err) return done(err);
    done(null, data.Item);
  });
}`,
  find: `function find(id, done) {
  table.get({ TableName: 't', Key: { id } }, (err, data) => {
    if (err) return done(err);
    done(null, data.Item, id);
  });
}`,
};

/** What is written behind a call that goes on. */
const BEHIND = ['', '', '', `\nconsole.log('asked');`, `\n// asked\nconsole.log(event.c);`];

const LAST_WORDS = ['', '', `\n  .finally(() => console.log('looked up'))`];

function call(scope: Scope): fc.Arbitrary<Code> {
  const names = fc.tuple(
    fc.constantFrom('err', 'error'),
    fc.constantFrom('data', 'result', 'item'),
    fc.constantFrom(...INPUTS),
    fc.constantFrom(...HEADS),
    fc.constantFrom(...BEHIND),
    fc.constantFrom(...LAST_WORDS),
  );
  return names.chain(([error, data, input, headOf, behind, lastWords]) => {
    const head = headOf(input);
    const request = `table.get({ TableName: 't', Key: { id: ${input} } })`;
    const inner: Scope = {
      depth: scope.depth + 1,
      values: [...scope.values.filter((name) => name !== error), data],
      hasDone: scope.hasDone,
    };
    const body = handled(inner, error, statements(inner));
    return fc.oneof(
      {
        weight: 6,
        arbitrary: body.map((code) => `${head}, (${error}, ${data}) => ${block(code)});${behind}`),
      },
      { weight: 2, arbitrary: body.map((code) => `${head}, function (${error}, ${data}) ${block(code)});`) },
      { weight: 1, arbitrary: fc.constant(`${head}, callback);`) },
      {
        weight: 1,
        arbitrary: statements({ ...inner, values: scope.values }).map(
          (code) => `${head}, () => ${block(code)});`,
        ),
      },
      ...(scope.hasDone ? [{ weight: 2, arbitrary: fc.constant(`${head}, done);`) }] : []),
      {
        weight: 3,
        arbitrary: fc
          .tuple(statements(inner), ending({ ...inner, values: scope.values, error }))
          .map(
            ([code, bad]) =>
              `${request}.promise()\n  .then((${data}) => ${block(code)})\n  .catch((${error}) => ${block(bad)})${lastWords};${behind}`,
          ),
      },
    );
  });
}

/** A promise with two functions in one `then`, a function that is run at once, and a timer. */
function later(scope: Scope): fc.Arbitrary<Code> {
  const inner: Scope = { ...scope, depth: scope.depth + 1, values: [...scope.values, 'data'] };
  const request = `table.get({ TableName: 't', Key: { id: event.b } }).promise()`;
  return fc.oneof(
    fc
      .tuple(statements(inner), ending({ ...inner, values: scope.values, error: 'reason' }))
      .map(([code, bad]) => `${request}.then((data) => ${block(code)}, (reason) => ${block(bad)});`),
    statements(inner).map(
      (code) => `(async () => ${block(`const data = await ${request};\n${code}`)})().catch(callback);`,
    ),
    statements({ ...inner, values: scope.values }).map((code) => `setTimeout(() => ${block(code)}, 1);`),
  );
}

/** Statements that answer, most of the time. */
function statements(scope: Scope): fc.Arbitrary<Code> {
  const main = (inner: Scope): fc.Arbitrary<Code> => {
    if (inner.depth >= 3) return ending(inner);
    const deeper = { ...inner, depth: inner.depth + 1 };
    const branch = fc
      .tuple(condition(inner), statements(deeper), statements(deeper))
      .map(([test, yes, no]) => `if (${test}) ${block(yes)} else ${block(no)}`);
    const early = fc
      .tuple(condition(inner), ending(inner), statements(deeper))
      .map(([test, bad, rest]) => `if (${test}) ${block(`${bad}\nreturn;`)}\n${rest}`);
    const guarded = fc
      .tuple(statements(deeper), ending({ ...inner, error: 'problem' }))
      .map(
        ([code, bad]) =>
          `try ${block(`JSON.parse(event.a && '{}');\n${code}`)} catch (problem) ${block(bad)}`,
      );
    const cases = fc
      .tuple(ending(inner), statements(deeper))
      .map(
        ([one, other]) =>
          `switch (event.b) {\n  case 'b':\n${indented(indented(one))}\n    break;\n  default:\n${indented(indented(other))}\n}`,
      );
    return fc.oneof(
      { weight: 3, arbitrary: ending(inner) },
      { weight: 5, arbitrary: call(inner) },
      { weight: 2, arbitrary: later(inner) },
      { weight: 2, arbitrary: countedLoop(answer({ ...inner, values: [] })) },
      { weight: 1, arbitrary: guarded },
      { weight: 1, arbitrary: cases },
      { weight: 2, arbitrary: branch },
      { weight: 2, arbitrary: early },
    );
  };
  return preparation(scope).chain((prepared) =>
    main(prepared.scope).map((code) => (prepared.code === '' ? code : `${prepared.code}\n${code}`)),
  );
}

const DONE = 'const done = (problem, res) => callback(null, { failed: Boolean(problem), res });';

/** Bodies of handlers `(event, context, callback)` that use a global `table` of the AWS SDK. */
export const callbackProgram: fc.Arbitrary<Code> = fc
  .boolean()
  .chain((hasDone) =>
    statements({ depth: 0, values: [], hasDone }).map((code) => (hasDone ? `${DONE}\n${code}` : code)),
  );
