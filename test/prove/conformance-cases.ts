/**
 * Handlers, and what their callers get on the runtimes up to Node.js 22 and on Node.js 24.
 *
 * `R x` is a response with the JSON x, `E type|message` an error, `X n` an exit of the process with code n,
 * `T` a time-out, and `D` the refusal of handlers that declare a callback. An array has one entry for each of
 * two invocations; otherwise both are the same.
 */
export interface ConformanceCase {
  name: string;
  source: string;
  /** nodejs18.x, nodejs20.x and nodejs22.x. */
  older: string | [string, string];
  newest: string | [string, string];
  extension?: '.js' | '.mjs' | '.cjs';
  /**
   * Work goes on after the first answer, and ends before the second event is delivered: with a crash, or by
   * making a file called `late` beside the handler.
   */
  hasLateWork?: true;
}

/** Time limit of an invocation: long for a busy machine, short for what never answers anyway. */
export function timeLimitOf({ older, newest }: ConformanceCase): number {
  return older === 'T' || newest === 'T' ? 1_000 : LONG_LIMIT_MS;
}

const LONG_LIMIT_MS = 60_000;

const cb = (body: string): string => `exports.handler = (event, context, callback) => { ${body} };`;
const sync = (body: string): string => `exports.handler = (event, context) => { ${body} };`;
const async_ = (body: string): string => `exports.handler = async (event, context) => { ${body} };`;
const mixed = (body: string): string => `exports.handler = async (event, context, callback) => { ${body} };`;
const stream = (body: string): string =>
  `exports.handler = awslambda.streamifyResponse(async (event, out, context) => { ${body} });`;

/** Counts what is late, and makes the file that says so. */
const LATE = `late++; require('fs').writeFileSync(__dirname + '/late', '')`;
const NEVER_MS = 1_000_000;
/** Late enough for a busy machine to have asked for the next event. */
const LATE_MS = 2_000;

const STRINGIFY = 'E Error|Unable to stringify response body';
const UNREADABLE =
  'E handled|callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack';
const NEVER_SETTLED =
  'E Runtime.NodeJsExit|The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

/** Handlers that declare a callback: refused by Node.js 24. */
const callbackCases: [string, string, string | [string, string]][] = [
  ['callback result', cb(`callback(null, 'x')`), 'R "x"'],
  ['callback undefined error', cb(`callback(undefined, 'x')`), 'R "x"'],
  ['callback without anything', cb('callback()'), 'R null'],
  ['callback null only', cb('callback(null)'), 'R null'],
  ['callback undefined result', cb('callback(null, undefined)'), 'R null'],
  ['callback null result', cb('callback(null, null)'), 'R null'],
  ['callback false result', cb('callback(null, false)'), 'R false'],
  ['callback NaN result', cb('callback(null, NaN)'), 'R null'],
  ['callback date result', cb('callback(null, new Date(0))'), 'R "1970-01-01T00:00:00.000Z"'],
  ['callback toJSON result', cb('callback(null, { toJSON: () => 7 })'), 'R 7'],
  ['callback empty string is an error', cb(`callback('', 'res')`), 'E string|'],
  ['callback false is an error', cb(`callback(false, 'res')`), 'E boolean|false'],
  ['callback zero is an error', cb(`callback(0, 'res')`), 'E number|0'],
  ['callback true is an error', cb('callback(true)'), 'E boolean|true'],
  ['callback NaN is an error', cb('callback(NaN)'), 'E number|NaN'],
  ['error wins over result', cb(`callback('bad', 'res')`), 'E string|bad'],
  ['callback error', cb(`callback(new Error('boom'))`), 'E Error|boom'],
  ['callback type error', cb(`callback(new TypeError('t'))`), 'E TypeError|t'],
  [
    'callback error with code',
    cb(`callback(Object.assign(new Error('m'), { code: 'C', statusCode: 404 }))`),
    'E Error|m',
  ],
  ['callback error with own name', cb(`const e = new Error('m'); e.name = 'Mine'; callback(e)`), 'E Mine|m'],
  ['class name is not the name', cb(`class NoName extends Error {} callback(new NoName('m'))`), 'E Error|m'],
  ['callback error without message', cb('callback(new Error())'), 'E Error|'],
  ['callback JSON text as error', cb('callback(JSON.stringify({ status: 400 }))'), 'E string|{"status":400}'],
  ['callback plain object', cb(`callback({ code: 1, message: 'm' })`), 'E object|[object Object]'],
  ['callback array', cb('callback([1, 2])'), 'E object|1,2'],
  ['callback object with toString', cb(`callback({ toString: () => 'mine' })`), 'E object|mine'],
  ['callback error-like', cb(`callback({ name: 'N', message: 'm', stack: 's' })`), 'E N|m'],
  [
    'callback error-like without stack',
    cb(`callback({ name: 'N', message: 'm' })`),
    'E object|[object Object]',
  ],
  [
    'callback error of another realm',
    cb(`callback(require('vm').runInNewContext('new TypeError("vm")'))`),
    'E TypeError|vm',
  ],
  ['callback error with odd stack', cb(`const e = new Error('m'); e.stack = 5; callback(e)`), UNREADABLE],
  [
    'callback object without prototype',
    cb('callback(Object.create(null))'),
    'E TypeError|Cannot convert object to primitive value',
  ],
  ['callback symbol', cb(`callback(Symbol('s'))`), 'E TypeError|Cannot convert a Symbol value to a string'],
  ['callback function as error', cb('callback(function f() {})'), 'E function|function f() {}'],
  ['callback bigint as error', cb('callback(10n)'), 'E bigint|10'],
  ['first result wins', cb('callback(null, 1); callback(null, 2)'), 'R 1'],
  ['result, then error', cb('callback(null, 1); callback(new Error())'), 'R 1'],
  ['error, then result', cb(`callback('e'); callback(null, 1)`), 'E string|e'],
  ['result, then throw', cb(`callback(null, 1); throw new Error('x')`), 'R 1'],
  ['error, then throw', cb(`callback('first'); throw new Error('second')`), 'E string|first'],
  ['throw', cb(`throw new RangeError('r')`), 'E RangeError|r'],
  ['throw a string', cb(`throw 'x'`), 'E string|x'],
  ['throw null', cb('throw null'), 'R null'],
  ['throw undefined', cb('throw undefined'), 'R null'],
  ['value is ignored', cb(`return 'ignored'`), 'R null'],
  ['returned callback', cb('return callback(null, 1)'), 'R 1'],
  ['promise given to the callback', cb('callback(null, Promise.resolve(1))'), 'R {}'],
  ['thenable given to the callback', cb('callback(null, { then(r) { r(5) }, a: 1 })'), 'R {"a":1}'],
  ['function given to the callback', cb('callback(null, () => 1)'), 'E TypeError|Wrong arguments'],
  ['circular result', cb('const a = {}; a.a = a; callback(null, a)'), STRINGIFY],
  ['bigint result', cb('callback(null, { n: 1n })'), STRINGIFY],
  [
    'circular result without waiting',
    cb('context.callbackWaitsForEmptyEventLoop = false; const a = {}; a.a = a; callback(null, a)'),
    STRINGIFY,
  ],
  ['mutation after the callback', cb('const r = { v: 1 }; callback(null, r); r.v = 2'), 'R {"v":2}'],
  [
    'late mutation',
    cb('const r = { v: 1 }; callback(null, r); setTimeout(() => { r.v = 2 }, 30)'),
    'R {"v":2}',
  ],
  [
    'mutation without waiting',
    cb('context.callbackWaitsForEmptyEventLoop = false; const r = { v: 1 }; callback(null, r); r.v = 2'),
    'R {"v":1}',
  ],
  [
    'falsy flag',
    cb('context.callbackWaitsForEmptyEventLoop = 0; const r = { v: 1 }; callback(null, r); r.v = 2'),
    'R {"v":1}',
  ],
  [
    'flag set too late',
    cb('const r = { v: 1 }; callback(null, r); context.callbackWaitsForEmptyEventLoop = false; r.v = 2'),
    'R {"v":2}',
  ],
  ['async callback', cb(`setTimeout(() => callback(null, 'late'), 10)`), 'R "late"'],
  ['async callback error', cb(`setTimeout(() => callback(new Error('late')), 10)`), 'E Error|late'],
  [
    'callback of fs',
    cb(`require('fs').readFile('/nonexistent', callback)`),
    `E Error|ENOENT: no such file or directory, open '/nonexistent'`,
  ],
  ['callback of a promise', cb('Promise.resolve(3).then((v) => callback(null, v))'), 'R 3'],
  [
    'then and catch',
    cb(`return Promise.resolve('r').then((r) => callback(null, r)).catch(callback)`),
    'R "r"',
  ],
  [
    'throw after the callback in then',
    cb(`return Promise.resolve().then(() => { callback(null, 'x'); throw new Error('e') }).catch(callback)`),
    'R "x"',
  ],
  ['path without callback', cb('if (event.never) callback(null, 1)'), 'R null'],
  ['interval keeps it alive', cb('setInterval(() => {}, 1000); callback(null, 1)'), 'T'],
  ['unref-ed timer does not', cb('setInterval(() => {}, 1000).unref(); callback(null, 1)'), 'R 1'],
  ['server keeps it alive', cb(`require('net').createServer().listen(0); callback(null, 1)`), 'T'],
  [
    'interval without waiting',
    cb('context.callbackWaitsForEmptyEventLoop = false; setInterval(() => {}, 1000); callback(null, 1)'),
    'R 1',
  ],
  [
    'rejection while waiting',
    cb(`callback(null, 1); Promise.reject(new Error('rej'))`),
    'E Runtime.UnhandledPromiseRejection|Error: rej',
  ],
  [
    'crash while waiting',
    cb(`callback(null, 1); setTimeout(() => { throw new TypeError('late') }, 10)`),
    'E TypeError|late',
  ],
  ['uncaught exception', cb(`setTimeout(() => { throw new Error('un') }, 5)`), 'E Error|un'],
  [
    'unhandled rejection',
    cb(`Promise.reject(new Error('rej'))`),
    'E Runtime.UnhandledPromiseRejection|Error: rej',
  ],
  ['unhandled string', cb(`Promise.reject('rejstr')`), 'E Runtime.UnhandledPromiseRejection|rejstr'],
  ['done with three parameters', cb(`context.done(null, 'd')`), 'R "d"'],
  ['done, then callback', cb(`context.done(null, 'd'); callback('e')`), 'R "d"'],
  ['callback, then done', cb(`callback(null, 'c'); context.done('e')`), 'R "c"'],
  ['async with an unused callback', mixed('return 1'), 'R 1'],
  ['async: callback, then return', mixed(`callback(null, 'A'); return 'B'`), 'R "A"'],
  ['async: error by callback, then return', mixed(`callback('e'); return 'B'`), 'E string|e'],
  ['async: callback, then throw', mixed(`callback(null, 'A'); throw new Error('x')`), 'R "A"'],
  [
    'async: callback, then late throw',
    mixed(`callback(null, 'A'); await new Promise((r) => setTimeout(r, 20)); throw new Error('x')`),
    'R "A"',
  ],
  ['async: late callback loses', mixed(`setTimeout(() => callback(null, 'late'), 20)`), 'R null'],
  [
    'async: return wins over late callback',
    mixed(`setTimeout(() => callback(null, 'late'), 20); return 'B'`),
    'R "B"',
  ],
  [
    'async: awaited callback',
    mixed(`await new Promise((r) => setTimeout(r, 5)); callback(null, 'A')`),
    'R "A"',
  ],
];

/** Handlers without a callback. */
const otherCases: ConformanceCase[] = [
  { name: 'async value', source: async_(`return { a: 1 }`), older: 'R {"a":1}', newest: 'R {"a":1}' },
  { name: 'async nothing', source: async_(''), older: 'R null', newest: 'R null' },
  { name: 'async undefined', source: async_('return undefined'), older: 'R null', newest: 'R null' },
  {
    name: 'async event',
    source: async_('return event'),
    older: ['R {"n":1}', 'R {"n":2}'],
    newest: ['R {"n":1}', 'R {"n":2}'],
  },
  {
    name: 'async throw',
    source: async_(`throw new TypeError('t')`),
    older: 'E TypeError|t',
    newest: 'E TypeError|t',
  },
  {
    name: 'async throw string',
    source: async_(`throw 'bad'`),
    older: 'E string|bad',
    newest: 'E string|bad',
  },
  { name: 'async throw empty string', source: async_(`throw ''`), older: 'E string|', newest: 'E string|' },
  { name: 'async throw zero', source: async_('throw 0'), older: 'E number|0', newest: 'E number|0' },
  {
    name: 'async throw null',
    source: async_('throw null'),
    older: 'E string|handled',
    newest: 'E object|null',
  },
  {
    name: 'async throw undefined',
    source: async_('throw undefined'),
    older: 'E string|handled',
    newest: 'E undefined|undefined',
  },
  {
    name: 'async throw object',
    source: async_(`throw { code: 1, message: 'm' }`),
    older: 'E object|[object Object]',
    newest: 'E object|[object Object]',
  },
  {
    name: 'async throw error-like',
    source: async_(`throw { name: 'N', message: 'm', stack: 's' }`),
    older: 'E N|m',
    newest: 'E object|[object Object]',
  },
  {
    name: 'async throw of another realm',
    source: async_(`throw require('vm').runInNewContext('new TypeError("vm")')`),
    older: 'E TypeError|vm',
    newest: 'E object|TypeError: vm',
  },
  {
    name: 'async throw symbol',
    source: async_(`throw Symbol('s')`),
    older: 'E TypeError|Cannot convert a Symbol value to a string',
    newest: 'E symbol|Symbol(s)',
  },
  {
    name: 'async throw with odd stack',
    source: async_(`const e = new Error('m'); e.stack = undefined; throw e`),
    older: UNREADABLE,
    newest: 'E Error|m',
  },
  {
    name: 'async circular',
    source: async_('const a = {}; a.a = a; return a'),
    older: STRINGIFY,
    newest: 'E Runtime.JSONStringifyError|Unable to stringify response body',
  },
  {
    name: 'async bigint',
    source: async_('return 1n'),
    older: STRINGIFY,
    newest: 'E Runtime.JSONStringifyError|Unable to stringify response body',
  },
  {
    name: 'async function result',
    source: async_('return () => 1'),
    older: 'E TypeError|Wrong arguments',
    newest: 'E TypeError|Wrong arguments',
  },
  {
    name: 'async symbol result',
    source: async_(`return Symbol('s')`),
    older: 'E TypeError|Wrong arguments',
    newest: 'E TypeError|Wrong arguments',
  },
  {
    name: 'async never settles',
    source: async_('await new Promise(() => {})'),
    older: NEVER_SETTLED,
    newest: 'X 0',
  },
  {
    name: 'plain function never settles',
    source: sync('return new Promise(() => {})'),
    older: 'R null',
    newest: 'X 0',
  },
  { name: 'sync value', source: sync('return { a: 1 }'), older: 'R null', newest: 'R {"a":1}' },
  { name: 'sync nothing', source: sync(''), older: 'R null', newest: 'R null' },
  { name: 'sync throw', source: sync(`throw new Error('s')`), older: 'E Error|s', newest: 'E Error|s' },
  { name: 'sync throw null', source: sync('throw null'), older: 'R null', newest: 'E object|null' },
  {
    name: 'promise from a plain function',
    source: sync('return Promise.resolve(5)'),
    older: 'R 5',
    newest: 'R 5',
  },
  {
    name: 'rejected promise from a plain function',
    source: sync(`return Promise.reject(new Error('r'))`),
    older: 'E Error|r',
    newest: 'E Error|r',
  },
  {
    name: 'minimal thenable',
    source: sync('return { then(ok) { setTimeout(ok, 5, 7) } }'),
    older: `E TypeError|Cannot read properties of undefined (reading 'catch')`,
    newest: 'R 7',
  },
  {
    name: 'thenable with catch',
    source: sync('return { then(ok) { ok(7); return Promise.resolve() } }'),
    older: 'R 7',
    newest: 'R 7',
  },
  {
    name: 'one parameter',
    source: 'exports.handler = async (event) => event.n;',
    older: ['R 1', 'R 2'],
    newest: ['R 1', 'R 2'],
  },
  { name: 'no parameters', source: 'exports.handler = async () => 1;', older: 'R 1', newest: 'R 1' },
  {
    name: 'default for the callback',
    source: 'exports.handler = (e, c, callback = () => {}) => { callback(null, 1) };',
    older: 'R 1',
    newest: 'R null',
  },
  {
    name: 'rest parameters',
    source: 'exports.handler = (...args) => { if (args[2]) args[2](null, 1) };',
    older: 'R 1',
    newest: 'R null',
  },
  {
    name: 'arguments',
    source: 'exports.handler = function () { return arguments[2] ? arguments[2](null, 1) : "none" };',
    older: 'R 1',
    newest: 'R "none"',
  },
  {
    name: 'succeed',
    source: sync(`context.succeed('x')`),
    older: 'R "x"',
    newest: 'E TypeError|context.succeed is not a function',
  },
  {
    name: 'fail',
    source: sync(`context.fail('x')`),
    older: 'E string|x',
    newest: 'E TypeError|context.fail is not a function',
  },
  {
    name: 'fail with nothing',
    source: sync('context.fail()'),
    older: 'E string|handled',
    newest: 'E TypeError|context.fail is not a function',
  },
  {
    name: 'fail with null',
    source: sync('context.fail(null)'),
    older: 'E string|handled',
    newest: 'E TypeError|context.fail is not a function',
  },
  {
    name: 'done with result',
    source: sync(`context.done(null, 'x')`),
    older: 'R "x"',
    newest: 'E TypeError|context.done is not a function',
  },
  {
    name: 'done with error',
    source: sync(`context.done(new Error('d'))`),
    older: 'E Error|d',
    newest: 'E TypeError|context.done is not a function',
  },
  {
    name: 'succeed twice',
    source: sync('context.succeed(1); context.succeed(2)'),
    older: 'R 1',
    newest: 'E TypeError|context.succeed is not a function',
  },
  {
    name: 'succeed, then throw',
    source: sync(`context.succeed(1); throw new Error('x')`),
    older: 'R 1',
    newest: 'E TypeError|context.succeed is not a function',
  },
  {
    name: 'succeed does not wait',
    source: sync('const r = { v: 1 }; context.succeed(r); r.v = 2'),
    older: 'R {"v":1}',
    newest: 'E TypeError|context.succeed is not a function',
  },
  {
    name: 'the flag is an ordinary property',
    source: async_(
      'context.callbackWaitsForEmptyEventLoop = false; return context.callbackWaitsForEmptyEventLoop',
    ),
    older: 'R false',
    newest: 'R false',
  },
  {
    name: 'the flag is there',
    source: async_(`return 'callbackWaitsForEmptyEventLoop' in context`),
    older: 'R true',
    newest: 'R false',
  },
  {
    name: 'the flag does not make async wait',
    source: async_(
      `let v = 1; setTimeout(() => { v = 2 }, 10); context.callbackWaitsForEmptyEventLoop = true; return v`,
    ),
    older: 'R 1',
    newest: 'R 1',
  },
  {
    name: 'remaining time',
    source: async_(`const ms = context.getRemainingTimeInMillis(); return ms > 0 && ms <= ${LONG_LIMIT_MS}`),
    older: 'R true',
    newest: 'R true',
  },
  {
    name: 'function name',
    source: async_('return [context.functionName, context.functionVersion, context.memoryLimitInMB]'),
    older: 'R ["handler","$LATEST","128"]',
    newest: 'R ["handler","$LATEST","128"]',
  },
  {
    name: 'chain without answer is finished',
    source: `let n = 0; ${sync(
      `if (event.n === 2 && context.done) throw new Error(n); setTimeout(() => require('fs').stat('.', () => { n++ }), 10)`,
    )}`,
    older: ['R null', 'E Error|1'],
    newest: 'R null',
  },
  {
    name: 'state is kept',
    source: `let n = 0; exports.handler = async () => ++n;`,
    older: ['R 1', 'R 2'],
    newest: ['R 1', 'R 2'],
  },
  {
    name: 'immediate rejection that nobody awaits',
    source: async_(`Promise.reject(new Error('r')); return 'x'`),
    older: 'R "x"',
    newest: 'X 1',
  },
  {
    name: 'user handler for rejections',
    source: `process.on('unhandledRejection', () => {}); ${async_(`Promise.reject(new Error('r')); return 'x'`)}`,
    older: 'R "x"',
    newest: 'R "x"',
  },
  {
    name: 'uncaught exception',
    source: async_(
      `setTimeout(() => { throw new Error('un') }, 5); await new Promise((r) => setTimeout(r, 50))`,
    ),
    older: 'E Error|un',
    newest: 'X 1',
  },
  {
    name: 'unhandled rejection while running',
    source: async_(`Promise.reject('rejstr'); await new Promise((r) => setTimeout(r, 50))`),
    older: 'E Runtime.UnhandledPromiseRejection|rejstr',
    newest: 'X 1',
  },
  {
    name: 'late rejection hits the next invocation',
    source: async_(
      `if (event.n === 1) setTimeout(() => Promise.reject(new Error('late')), ${LATE_MS}); return event.n`,
    ),
    older: ['R 1', 'X 128'],
    newest: ['R 1', 'X 1'],
    hasLateWork: true,
  },
  {
    name: 'late exception hits the next invocation',
    source: async_(
      `if (event.n === 1) setTimeout(() => { throw new Error('late') }, ${LATE_MS}); return event.n`,
    ),
    older: ['R 1', 'X 129'],
    newest: ['R 1', 'X 1'],
    hasLateWork: true,
  },
  {
    name: 'late context method',
    source: `let late = 0; ${sync(`setTimeout(() => { if (context.succeed) ${LATE}; context.succeed('late') }, ${LATE_MS})`)}`,
    older: 'R "late"',
    newest: ['R null', 'X 1'],
    hasLateWork: true,
  },
  {
    name: 'leaked timer runs before the next handler',
    source: `let late = 0; ${async_(`setTimeout(() => { ${LATE} }, 20); return late`)}`,
    older: ['R 0', 'R 1'],
    newest: ['R 0', 'R 1'],
    hasLateWork: true,
  },
  {
    name: 'early end of Promise.all',
    source: `let late = 0; ${async_(`if (event.n === 2) return late; const slow = new Promise((r) => setTimeout(() => { ${LATE}; r() }, 40)); await Promise.all([slow, Promise.reject(new Error('a'))])`)}`,
    older: ['E Error|a', 'R 1'],
    newest: ['E Error|a', 'R 1'],
    hasLateWork: true,
  },
  { name: 'exit in the handler', source: async_('process.exit(3)'), older: 'X 3', newest: 'X 3' },
  { name: 'exit with 0', source: async_('process.exit(0)'), older: 'X 0', newest: 'X 0' },
  {
    name: 'time-out',
    source: async_(`await new Promise((r) => setTimeout(r, ${NEVER_MS}))`),
    older: 'T',
    newest: 'T',
  },
  { name: 'blocked', source: async_('for (;;);'), older: 'T', newest: 'T' },
  {
    name: 'syntax error',
    source: 'exports.handler = async () => {',
    older: 'E Runtime.UserCodeSyntaxError|SyntaxError: Unexpected end of input',
    newest: 'E Runtime.UserCodeSyntaxError|SyntaxError: Unexpected end of input',
  },
  {
    name: 'throw at load',
    source: `throw new Error('load');`,
    older: 'E Error|load',
    newest: 'E Error|load',
  },
  {
    name: 'throw a string at load',
    source: `throw 'load';`,
    older: 'E string|load',
    newest: 'E string|load',
  },
  {
    name: 'not exported',
    source: 'exports.other = async () => 1;',
    older: 'E Runtime.HandlerNotFound|handler.handler is undefined or not exported',
    newest: 'E Runtime.HandlerNotFound|handler.handler is undefined or not exported',
  },
  {
    name: 'not a function',
    source: 'exports.handler = 5;',
    older: 'E Runtime.HandlerNotFound|handler.handler is not a function',
    newest: 'E Runtime.HandlerNotFound|handler.handler is not a function',
  },
  { name: 'exit at load', source: 'process.exit(7);', older: 'X 7', newest: 'X 7' },
  {
    name: 'promise at load is not awaited',
    source: `let ready = false; setTimeout(() => { ready = true }, ${NEVER_MS}); exports.handler = async () => ready;`,
    older: 'R false',
    newest: 'R false',
  },
  {
    name: 'module: top-level await',
    source:
      'const v = await new Promise((r) => setTimeout(r, 20, 42)); export const handler = async () => v;',
    older: 'R 42',
    newest: 'R 42',
    extension: '.mjs',
  },
  {
    name: 'module: rejected top-level await',
    source: `await Promise.reject(new Error('tla')); export const handler = async () => 1;`,
    older: 'E Error|tla',
    newest: 'E Error|tla',
    extension: '.mjs',
  },
  {
    name: 'module: rejected with a string',
    source: `await Promise.reject('tla'); export const handler = async () => 1;`,
    older: 'E string|tla',
    newest: 'E string|tla',
    extension: '.mjs',
  },
  {
    name: 'module: top-level await that never settles',
    source: 'await new Promise(() => {}); export const handler = async () => 1;',
    older: 'X 13',
    newest: 'X 0',
    extension: '.mjs',
  },
  {
    name: 'module: default export with the handler',
    source: 'export default { handler: async () => 1 };',
    older: 'E Runtime.HandlerNotFound|handler.handler is undefined or not exported',
    newest: 'R 1',
    extension: '.mjs',
  },
  {
    name: 'common js by extension',
    source: 'exports.handler = async () => typeof require;',
    older: 'R "function"',
    newest: 'R "function"',
    extension: '.cjs',
  },
  { name: 'stream', source: stream(`out.write('a'); out.end('b')`), older: 'R ab', newest: 'R ab' },
  {
    name: 'stream in steps',
    source: stream(`out.write('a'); await new Promise((r) => setTimeout(r, 10)); out.write('b'); out.end()`),
    older: 'R ab',
    newest: 'R ab',
  },
  {
    name: 'stream value is ignored',
    source: stream(`out.end('x'); return 'ignored'`),
    older: 'R x',
    newest: 'R x',
  },
  { name: 'stream never ended', source: stream(`out.write('a')`), older: 'T', newest: 'T' },
  { name: 'stream throws', source: stream(`throw new Error('s')`), older: 'E Error|s', newest: 'E Error|s' },
  {
    name: 'stream throws after a part',
    source: stream(`out.write('partial'); await 1; throw new TypeError('mid')`),
    older: 'E TypeError|mid partial',
    newest: 'E TypeError|mid partial',
  },
  {
    name: 'stream without promise',
    source: `exports.handler = awslambda.streamifyResponse((event, out) => { out.write('x') });`,
    older: 'E string|Streaming does not support non-async handlers. x',
    newest: 'E Error|Streaming does not support non-async handlers. x',
  },
  {
    name: 'stream with three parameters',
    source: `exports.handler = awslambda.streamifyResponse(async (event, out, context) => { out.end(String(typeof context.getRemainingTimeInMillis)) });`,
    older: 'R function',
    newest: 'R function',
  },
  {
    name: 'stream by pipeline',
    source: stream(
      `await require('stream/promises').pipeline(require('stream').Readable.from(['a', 'b']), out)`,
    ),
    older: 'R ab',
    newest: 'R ab',
  },
  {
    name: 'stream with metadata',
    source: stream(
      `out = awslambda.HttpResponseStream.from(out, { statusCode: 201 }); out.write('x'); out.end()`,
    ),
    older: 'R {"statusCode":201}\\0\\0\\0\\0\\0\\0\\0\\0x',
    newest: 'R {"statusCode":201}\\0\\0\\0\\0\\0\\0\\0\\0x',
  },
  {
    name: 'stream content type too late',
    source: stream(`out.write('x'); out.setContentType('text/plain')`),
    older: 'E Runtime.InvalidStreamingOperation|Cannot set content-type, too late. x',
    newest: 'E Runtime.InvalidStreamingOperation|Cannot set content-type, too late. x',
  },
];

export const conformanceCases: ConformanceCase[] = [
  ...callbackCases.map(([name, source, older]) => ({ name, source, older, newest: 'D' })),
  ...otherCases,
];
