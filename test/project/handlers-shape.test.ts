import { describe, expect, it } from 'vitest';
import { discover } from './handler-project.js';

async function handlersOf(text: string, path = 'src/index.js'): Promise<readonly string[]> {
  const { handlers } = await discover({ [path]: text });
  return handlers.map((handler) => handler.slice(path.length + 1));
}

describe('functions that look like Lambda handlers', () => {
  it.each([
    ['a callback handler', 'exports.handler = (event, context, callback) => callback(null, event);'],
    ['an async handler', 'exports.handler = async (event) => event;'],
    ['a function expression', 'exports.handler = function (event, context) { context.succeed(event); };'],
    ['module.exports.x', 'module.exports.handler = async function (event, context) { return event; };'],
    ['an exported constant', 'export const handler = async (event, context) => event;'],
    ['an exported function', 'export async function handler(event, context) { return event; }'],
    [
      'a function before its export',
      'exports.handler = handler;\nfunction handler(event, context, callback) { callback(); }',
    ],
    ['an export list', 'async function handler(event) { return event; }\nexport { handler };'],
    ['a renamed export', 'const main = async (event) => event;\nexport { main as handler };'],
    ['an alias', 'const lambdaHandler = async (event) => event;\nexports.handler = lambdaHandler;'],
    ['a variable assigned later', 'let run;\nrun = async (event) => event;\nexports.handler = run;'],
    [
      'a bound function',
      'function handle(event, context, cb) { cb(); }\nexports.handler = handle.bind(null);',
    ],
    ['a chain of assignments', 'exports.handler = exports.main = async (event) => event;'],
    ['an object', 'module.exports = { handler: async (event) => event };'],
    ['an object method', 'module.exports = { async handler(event, context) { return event; } };'],
    ['an object by name', 'const api = { handler: async (event) => event };\nmodule.exports = api;'],
    [
      'an object filled later',
      'const api = {};\napi.handler = async (event) => event;\nmodule.exports = api;',
    ],
    ['a name for the exports', 'const api = (module.exports = {});\napi.handler = async (event) => event;'],
    ['a string key', "exports['handler'] = async (event) => event;"],
    ['short names', 'exports.handler = (e, ctx, cb) => cb(null, e);'],
    ['a callback nobody calls', 'exports.handler = (event, context, callback) => event;'],
    ['another name for the event', 'exports.handler = (input, context, callback) => callback(null, input);'],
    ['a cast', 'exports.handler = (async (event) => event) as unknown;'],
  ])('%s', async (_, text) => {
    expect(await handlersOf(`${text}\n`, 'src/index.ts')).toEqual(['handler shape']);
  });

  it.each([
    [
      'three telling names',
      'exports.createUser = (event, context, callback) => callback(null, event);',
      'createUser',
    ],
    ['a member of the context', 'exports.run = (input, lambda) => lambda.succeed(input);', 'run'],
    ['the remaining time', 'exports.run = async (input, c) => c.getRemainingTimeInMillis();', 'run'],
    [
      'the event of a trigger',
      'exports.onUpload = async (event, context) => event.Records.length;',
      'onUpload',
    ],
    [
      'an AWS client beside it',
      "const AWS = require('aws-sdk');\nexports.list = async (event, context) => new AWS.S3().listBuckets().promise();",
      'list',
    ],
    [
      'a default export',
      'export default async function handler(event, context) { return event; }',
      'default',
    ],
    ['lambda_handler', 'exports.lambda_handler = async (event, context) => event;', 'lambda_handler'],
    [
      'a method of an exported object',
      'exports.users = { get(event, context, callback) { callback(); } };',
      'users.get',
    ],
    [
      'a method of an exported instance',
      'class Users { get = (event, context, callback) => callback(); }\nexport const users = new Users();',
      'users.get',
    ],
    [
      'a static method',
      'export class Users { static get(event, context, callback) { callback(); } }',
      'Users.get',
    ],
    [
      'a method exported by itself',
      'class Users { get(event, context, callback) { callback(); } }\nconst users = new Users();\nexports.get = users.get.bind(users);',
      'get',
    ],
    [
      'an inherited method',
      'class Base { get(event, context, callback) { callback(); } }\nclass Users extends Base {}\nexport const users = new Users();',
      'users.get',
    ],
  ])('%s', async (_, text, name) => {
    expect(await handlersOf(`${text}\n`)).toEqual([`${name} shape`]);
  });

  it('counts a function once, under the name that is best known', async () => {
    const { handlers } = await discover({
      'serverless.yml': 'functions: { f: { handler: index.main } }',
      'index.js': 'exports.handler = exports.main = (event, context, callback) => callback();\n',
    });
    expect(handlers).toEqual(['index.js:main configuration']);
  });
});

describe('wrappers', () => {
  it.each([
    ['exports.handler = wrap((event, context, callback) => callback());', ['wrap']],
    ['exports.handler = co.wrap(function (event, context) { return event; });', ['co.wrap']],
    ['exports.handler = outer(inner(async (event) => event));', ['outer', 'inner']],
    ['const run = async (event) => event;\nexports.handler = wrap(run);', ['wrap']],
    ['const run = wrap(async (event) => event);\nexports.handler = run;', ['wrap']],
    ['exports.handler = wrap(async (event) => event, { log: true });', ['wrap']],
    ['exports.handler = wrap(async (event) => event, (err) => console.log(err));', ['wrap']],
  ])('%s', async (text, callees) => {
    const { handlers, wrappers } = await discover({ 'index.js': `${text}\n` });
    expect(handlers).toEqual(['index.js:handler shape']);
    expect(wrappers).toEqual([callees]);
  });

  it.each([
    "const middy = require('@middy/core');\nexports.getCity = middy(async (event) => event.city).use(cors()).use(errors());\n",
    "import middy from '@middy/core';\nconst baseHandler = async (event) => event.city;\nexport const getCity = middy(baseHandler);\n",
    "import middy from '@middy/core';\nexport const getCity = middy().use(cors()).handler(async (event) => event.city);\n",
    'exports.getCity = awslambda.streamifyResponse(async (event, stream, context) => stream.end());\n',
  ])('that are made for Lambda tell a handler of any name', async (text) => {
    const { handlers, functions } = await discover({ 'index.js': text });
    expect(handlers).toEqual(['index.js:getCity shape']);
    expect(functions[0]).toMatch(/^async \(event/);
  });

  it.each([
    ['a web application', 'const app = express();\nexports.handler = serverless(app);'],
    [
      'a request listener',
      'const server = createServer((req, res) => res.end());\nexports.handler = proxy(server);',
    ],
    ['several functions alike', 'exports.handler = either(async (event) => 1, async (event) => 2);'],
    [
      'bound arguments',
      'function handle(deps, event, context, callback) {}\nexports.handler = handle.bind(null, deps);',
    ],
    ['another module', "exports.handler = wrap(require('./run'));"],
  ])('are not looked through for %s', async (_, text) => {
    expect(await handlersOf(`${text}\n`)).toEqual([]);
  });
});

describe('types of aws-lambda', () => {
  const type =
    "import type { Handler, S3Handler, APIGatewayProxyEvent, APIGatewayProxyResult, Callback, Context, SQSEvent } from 'aws-lambda';\n";

  it.each([
    ['a typed constant', 'export const resize: S3Handler = async (input) => undefined;', 'resize'],
    ['a generic type', 'export const run: Handler<string, number> = async (input) => 1;', 'run'],
    ['satisfies', 'export const run = (async (input) => 1) satisfies Handler;', 'run'],
    ['a cast', 'export const run = (async (input) => 1) as Handler;', 'run'],
    [
      'a typed constant inside a wrapper',
      'const base: Handler = async (input) => 1;\nexport const run = wrap(base);',
      'run',
    ],
    ['a typed context', 'export async function run(input: string, c: Context) { return input; }', 'run'],
    ['a typed callback', 'export function run(input: string, c: unknown, done: Callback) { done(); }', 'run'],
    [
      'a typed event and answer',
      'export const run = async (input: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => ({ statusCode: 200, body: "" });',
      'run',
    ],
    [
      'a typed class property',
      'class Users { get: Handler = async (input) => 1; }\nexport const users = new Users();',
      'users.get',
    ],
  ])('%s', async (_, text, name) => {
    expect(await handlersOf(`${type}${text}\n`, 'src/index.ts')).toEqual([`${name} type`]);
  });

  it.each([
    "import * as lambda from 'aws-lambda';\nexport const run: lambda.Handler = async (input) => 1;\n",
    "import { Handler as Run } from 'aws-lambda';\nexport const run: Run = async (input) => 1;\n",
    "export const run: import('aws-lambda').Handler = async (input: string) => 1;\n",
    'export const run: AWSLambda.S3Handler = async (input) => undefined;\n',
  ])('%s', async (text) => {
    expect(await handlersOf(text, 'src/index.ts')).toEqual(['run type']);
  });

  it('in a doc comment', async () => {
    const text = "/** @type {import('aws-lambda').S3Handler} */\nexports.run = async (input) => undefined;\n";
    expect(await handlersOf(text)).toEqual(['run type']);
  });

  it.each([
    [
      'a function that only takes an event',
      'export const bodyOf = (input: APIGatewayProxyEvent) => input.body;',
    ],
    ['a batch helper', 'export function sizeOf(input: SQSEvent) { return input.Records.length; }'],
    [
      'a type of the same name',
      "import type { Handler as H } from './own';\nexport const run: H = (input) => input;",
    ],
    ['a function that is not exported', 'const run: Handler = async (input) => 1;'],
  ])('not: %s', async (_, text) => {
    expect(await handlersOf(`${type}${text}\n`, 'src/index.ts')).toEqual([]);
  });
});

describe('functions that other platforms and tools call', () => {
  it.each([
    ['an Azure function', 'module.exports = async function (context, req) { context.done(); };'],
    [
      'an Azure function by name',
      'module.exports.handler = (context, req) => { context.res = {}; context.done(); };',
    ],
    [
      'an Azure function of version 4',
      "const { app } = require('@azure/functions');\nexports.handler = async (event, context) => event;",
    ],
    ['a Google HTTP function', 'exports.hello = (req, res) => res.send("hello");'],
    [
      'a Google HTTP function called handler',
      'exports.handler = (request, response) => response.send("hello");',
    ],
    ['a Google background function', 'exports.onMessage = (event, callback) => callback();'],
    ['a Google event function', 'exports.onMessage = (message, context) => console.log(message.data);'],
    [
      'a function of the functions framework',
      "const functions = require('@google-cloud/functions-framework');\nexports.handler = (event, context) => event;",
    ],
    [
      'a Twilio function',
      'exports.handler = function (context, event, callback) { callback(null, event); };',
    ],
    ['express middleware', 'module.exports = (req, res, next) => next();'],
    ['express middleware called handler', 'exports.handler = (req, res, next) => next();'],
    ['an error-first callback', 'exports.handler = (err, data, cb) => cb(err, data);'],
    ['a Next.js route', 'export default function handler(req, res) { res.end(); }'],
    ['a route with context', 'export async function GET(request, context) { return new Response(); }'],
    ['a yargs command', 'exports.command = "x";\nexports.handler = (argv) => console.log(argv);'],
    ['a handler without parameters', 'exports.handler = () => 1;'],
    ['an ESLint rule', 'module.exports = { meta: {}, create(context) { return {}; } };'],
    ['an ESLint rule as a function', 'module.exports = function (context) { return {}; };'],
    ['a webpack loader', 'module.exports = function (source, map, meta) { this.callback(null, source); };'],
    ['a gulp task', 'exports.build = (done) => done();'],
    ['a DOM event handler', 'export const handler = (event) => event.preventDefault();'],
    ['a React event handler', 'export const handler = (event) => <a>{event.type}</a>;'],
    ['a helper on events', 'exports.bodyOf = (event) => JSON.parse(event.body);'],
    ['a helper on events and contexts', 'exports.describe = (event, context) => `${event}${context}`;'],
    ['a state machine action', 'export const assign = (context, event) => ({ ...context });'],
    ['a graphql resolver', 'export const user = (parent, args, context) => args.id;'],
    ['a library function', 'exports.each = (list, fn, callback) => callback();'],
    ['a deferred', 'exports.settle = (value, deferred) => deferred.done(value);'],
    ['a function the module keeps', 'const handler = async (event, context) => event;'],
    ['a getter', 'module.exports = { get handler() { return 1; } };'],
    ['a generator', 'exports.handler = function* (event, context) { yield event; };'],
    ['an export inside a function', 'function setUp() { exports.handler = (event, context) => event; }'],
    ["somebody else's exports", 'function f(exports) { exports.handler = (event, context) => event; }'],
    [
      'a name with several values',
      'let run = async (event) => 1;\nif (x) run = async (event) => 2;\nexports.handler = run;',
    ],
  ])('%s', async (_, text) => {
    expect(await handlersOf(`${text}\n`)).toEqual([]);
  });

  it.each(['src/get.test.js', 'src/__tests__/get.js', 'test/get.js', 'tests/unit/get.js', 'src/get.spec.js'])(
    'the test file %s',
    async (path) => {
      expect(await handlersOf('exports.handler = (event, context, callback) => callback();\n', path)).toEqual(
        [],
      );
    },
  );

  it('a function beside the function.json of Azure', async () => {
    const { handlers } = await discover({
      'Get/function.json': '{ "bindings": [{ "type": "httpTrigger" }] }',
      'Get/index.js': 'exports.handler = (event, context, callback) => callback();\n',
      'Other/index.js': 'exports.handler = (event, context, callback) => callback();\n',
    });
    expect(handlers).toEqual(['Other/index.js:handler shape']);
  });
});

describe('a configured name', () => {
  it('needs no telling parameters', async () => {
    const { handlers } = await discover({
      'serverless.yml':
        'functions:\n  a: { handler: index.list }\n  b: { handler: index.users.get }\n  c: { handler: test/get.run }\n',
      'index.js':
        'exports.list = async () => [];\nclass Users { get(input) { return input; } }\nexports.users = new Users();\n',
      'test/get.js': 'exports.run = (req, res) => 1;\n',
    });
    expect(handlers).toEqual([
      'index.js:list configuration',
      'index.js:users.get configuration',
      'test/get.js:run configuration',
    ]);
  });

  it('does not make the other exports handlers', async () => {
    const { handlers } = await discover({
      'serverless.yml': 'functions: { a: { handler: index.list } }',
      'index.js': 'exports.list = async () => [];\nexports.get = async (input) => input;\n',
    });
    expect(handlers).toEqual(['index.js:list configuration']);
  });
});
