/** Calls that start work which goes on after them, by module and name. Their work ends with an event, not a promise. */
export const STARTS_WORK: Readonly<Record<string, ReadonlySet<string>>> = {
  http: new Set(['get', 'request', 'createServer']),
  https: new Set(['get', 'request', 'createServer']),
  http2: new Set(['connect', 'createServer', 'createSecureServer']),
  net: new Set(['connect', 'createConnection', 'createServer']),
  tls: new Set(['connect', 'createServer']),
  dgram: new Set(['createSocket']),
  fs: new Set(['createReadStream', 'createWriteStream', 'watch', 'watchFile']),
  child_process: new Set(['spawn', 'fork', 'exec', 'execFile']),
  timers: new Set(['setTimeout', 'setInterval', 'setImmediate']),
  request: new Set(['()', 'get', 'post', 'put', 'patch', 'head', 'del', 'delete']),
};

/** Listeners for these events mean that something is going on that ends later. */
export const EVENTS_OF_WORK: ReadonlySet<string> = new Set([
  'data',
  'end',
  'finish',
  'close',
  'response',
  'complete',
  'success',
  'exit',
  'readable',
  'message',
]);

/** Modules whose functions and methods do all they do before they return (or only write to the console). */
export const SYNCHRONOUS_MODULES: ReadonlySet<string> = new Set([
  ...['assert', 'buffer', 'console', 'crypto', 'module', 'os', 'path', 'perf_hooks', 'process', 'punycode'],
  ...['querystring', 'string_decoder', 'url', 'util', 'v8', 'vm', 'globals'],
  ...['lodash', 'underscore', 'ramda', 'moment', 'moment-timezone', 'dayjs', 'date-fns', 'luxon'],
  ...['uuid', 'node-uuid', 'shortid', 'nanoid', 'ms', 'qs', 'semver', 'deep-equal', 'object-assign', 'xtend'],
  ...['joi', '@hapi/joi', 'ajv', 'validator', 'jsonpath', 'mustache', 'handlebars', 'he', 'escape-html'],
  ...['debug', 'winston', 'pino', 'bunyan', 'loglevel', 'log4js', 'lambda-log', 'npmlog', 'chalk', 'dotenv'],
  ...[
    'source-map-support',
    'babel-polyfill',
    'jwt-decode',
    'jwk-to-pem',
    'js-yaml',
    'yaml',
    'ini',
    'cheerio',
  ],
]);

/** Methods of arrays, strings, maps and the console: synchronous on whatever untyped object they are called. */
export const SYNCHRONOUS_METHODS: ReadonlySet<string> = new Set([
  ...[
    'push',
    'pop',
    'shift',
    'unshift',
    'splice',
    'sort',
    'reverse',
    'fill',
    'forEach',
    'map',
    'filter',
    'reduce',
  ],
  ...[
    'some',
    'every',
    'find',
    'findIndex',
    'concat',
    'slice',
    'join',
    'split',
    'replace',
    'toString',
    'indexOf',
  ],
  ...[
    'hasOwnProperty',
    'setRequestHeader',
    'setHeader',
    'setEncoding',
    'bind',
    'log',
    'warn',
    'debug',
    'trace',
  ],
]);

/** What handlers call on their context object. */
export const CONTEXT_METHODS: ReadonlySet<string> = new Set([
  'succeed',
  'fail',
  'done',
  'getRemainingTimeInMillis',
]);
