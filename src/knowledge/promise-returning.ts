/**
 * Functions that return a promise when they are called without a callback, for JavaScript without types. By module;
 * `()` is the module itself, `*` every function of it. Source: introspection of the packages' types and runs of them.
 */
export const PROMISE_RETURNING: Readonly<Record<string, readonly string[]>> = {
  'fs/promises': ['*'],
  'dns/promises': ['*'],
  'stream/promises': ['*'],
  'readline/promises': ['*'],
  'timers/promises': ['setTimeout', 'setImmediate'],
  events: ['once'],
  axios: ['()', 'request', 'get', 'delete', 'head', 'options', 'post', 'put', 'patch', 'postForm'],
  got: ['()', 'get', 'post', 'put', 'patch', 'head', 'delete'],
  'node-fetch': ['()'],
  undici: ['request', 'fetch'],
  'request-promise': ['()', 'get', 'post', 'put', 'patch', 'head', 'del', 'delete'],
  'request-promise-native': ['()', 'get', 'post', 'put', 'patch', 'head', 'del', 'delete'],
  execa: ['()', 'execa', 'execaCommand', 'execaNode'],
  'mysql2/promise': ['createConnection'],
  mariadb: ['createConnection'],
  '@aws-sdk/s3-request-presigner': ['getSignedUrl'],
  jose: ['jwtVerify', 'jwtDecrypt', 'importJWK', 'importPKCS8', 'importSPKI', 'generateKeyPair'],
};

/** Methods that return a promise on whatever object has them. */
export const PROMISE_METHODS: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

export const PROMISE_STATICS: ReadonlySet<string> = new Set([
  'all',
  'allSettled',
  'any',
  'race',
  'reject',
  'resolve',
  'try',
]);
