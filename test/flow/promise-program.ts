import fc from 'fast-check';

type Code = string;

/** What may be referred to at a place of a generated helper. */
interface Scope {
  readonly depth: number;
  readonly values: readonly string[];
  /** Helpers that are declared already, and can be called. */
  readonly helpers: number;
  /** Writes success and failure: `done(null, x)` and `done(err)`, or `resolve(x)` and `reject(err)`. */
  readonly finish: { ok(value: string): string; fail(error: string): string };
}

const CALLBACK = {
  ok: (value: string) => `done(null, ${value})`,
  fail: (error: string) => `done(${error})`,
};
const PROMISE = {
  ok: (value: string) => `resolve(${value})`,
  fail: (error: string) => `reject(${error})`,
};

function indented(code: Code): Code {
  return code.replaceAll(/^(?=.)/gm, '  ');
}

function block(code: Code): Code {
  return `{\n${indented(code)}\n}`;
}

function value({ values }: Scope): fc.Arbitrary<string> {
  return fc.constantFrom(`'text'`, 'input', ...values, ...values.map((name) => `{ got: ${name} }`));
}

function ending(scope: Scope): fc.Arbitrary<Code> {
  const failure = fc
    .constantFrom(`new Error('failed')`, `{ code: 7 }`)
    .map((text) => scope.finish.fail(text));
  const finished = fc.oneof(
    { weight: 4, arbitrary: value(scope).map((text) => scope.finish.ok(text)) },
    { weight: 1, arbitrary: failure },
  );
  return fc.oneof(
    { weight: 4, arbitrary: finished.map((code) => `${code};`) },
    { weight: 2, arbitrary: finished.map((code) => `return ${code};`) },
    { weight: 1, arbitrary: finished.map((code) => `${code};\nreturn;`) },
    { weight: 1, arbitrary: finished.map((code) => `${code};\nconsole.log('behind');`) },
    { weight: 1, arbitrary: fc.tuple(finished, finished).map((codes) => `${codes.join(';\n')};`) },
    { weight: 1, arbitrary: fc.constant(`console.log('never ends');`) },
  );
}

/** The ways in which a callback looks at its error. */
function handled(scope: Scope, error: string, ok: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
  const fail = scope.finish.fail(error);
  const recovery = ending(scope);
  return fc.oneof(
    { weight: 4, arbitrary: ok.map((code) => `if (${error}) return ${fail};\n${code}`) },
    { weight: 2, arbitrary: ok.map((code) => `if (${error}) ${fail};\nelse ${block(code)}`) },
    { weight: 1, arbitrary: ok.map((code) => `if (${error}) ${fail};\n${code}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(recovery, ok)
        .map(([bad, code]) => `if (${error}) ${block(bad)} else ${block(code)}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(recovery, ok)
        .map(([bad, code]) => `if (!${error}) ${block(code)} else ${block(bad)}`),
    },
    { weight: 1, arbitrary: ok.map((code) => `if (${error}) console.log(${error}.code);\n${code}`) },
  );
}

function call(scope: Scope): fc.Arbitrary<Code> {
  const request = fc
    .constantFrom('get', 'delete')
    .map((method) => `table.${method}({ TableName: 't', Key: { id: input } }`);
  const helpers = Array.from({ length: scope.helpers }, (_, index) => `helper${String(index)}(input`);
  const heads = helpers.length > 0 ? fc.oneof(request, fc.constantFrom(...helpers)) : request;
  const names = fc.tuple(heads, fc.constantFrom('err', 'error'), fc.constantFrom('data', 'item'));
  return names.chain(([head, error, data]) => {
    const values = [...scope.values.filter((name) => name !== error && name !== data), data];
    const inner = { ...scope, depth: scope.depth + 1, values };
    const body = handled(inner, error, statements(inner));
    return fc.oneof(
      body.map((code) => `${head}, (${error}, ${data}) => ${block(code)});`),
      body.map((code) => `${head}, function (${error}, ${data}) ${block(code)});`),
      fc.constant(
        `${head}, (${error}, ${data}) => (${error} ? ${scope.finish.fail(error)} : ${scope.finish.ok(data)}));`,
      ),
    );
  });
}

function statements(scope: Scope): fc.Arbitrary<Code> {
  if (scope.depth >= 3) return ending(scope);
  const deeper = { ...scope, depth: scope.depth + 1 };
  const early = fc
    .tuple(fc.constantFrom(`input === 'b'`, `input === 'missing'`), ending(scope), statements(deeper))
    .map(([test, bad, rest]) => `if (${test}) ${block(`${bad}\nreturn;`)}\n${rest}`);
  return fc.oneof(
    { weight: 2, arbitrary: ending(scope) },
    { weight: 6, arbitrary: call(scope) },
    { weight: 2, arbitrary: early },
    { weight: 1, arbitrary: call(scope).map((code) => `const local = 'local';\n${code}`) },
  );
}

function callbackHelper(index: number): fc.Arbitrary<Code> {
  return statements({ depth: 0, values: [], helpers: index, finish: CALLBACK }).map(
    (code) => `function helper${String(index)}(input, done) ${block(code)}`,
  );
}

function promiseHelper(helpers: number): fc.Arbitrary<Code> {
  return statements({ depth: 0, values: [], helpers, finish: PROMISE }).chain((code) => {
    const maker = `new Promise((resolve, reject) => ${block(code)})`;
    return fc.constantFrom(
      `const promised = (input) => ${maker};`,
      `function promised(input) ${block(`console.log('promised');\nreturn ${maker};`)}`,
    );
  });
}

/** What a handler does with its helpers; failures may be handled. */
const USES: readonly Code[] = [
  `const first = await promisify(helper0)(event.a);\nreturn { first, second: await promised(event.b) };`,
  `const first = await promised(event.a);\nreturn [first, await promisify(helper1)(event.b)];`,
  `try {\n  return await promised(event.a);\n} catch (error) {\n  return { failed: error.message };\n}`,
  `try {\n  return await promisify(helper1)(event.b);\n} catch (error) {\n  return { failed: error.code };\n}`,
  `return await new Promise((resolve, reject) => {\n  helper1(event.a, (err, data) => (err ? reject(err) : resolve(data)));\n});`,
];

/** Modules with two functions in callback form, one that makes a promise by hand, and an async handler. */
export const promiseProgram: fc.Arbitrary<Code> = fc
  .tuple(callbackHelper(0), callbackHelper(1), promiseHelper(2), fc.constantFrom(...USES))
  .map(([first, second, promised, use]) =>
    [first, second, promised, `exports.handler = async (event) => ${block(use)};`].join('\n\n'),
  );
