/**
 * Methods of aws-sdk v2 clients that answer nobody but their callback, once. `createPresignedPost` calls it inside a
 * `try` whose `catch` calls it again. Source: lib/services/s3.js and polly.js of aws-sdk 2.1693.
 */
export const CALLBACK_ONLY_METHODS: ReadonlySet<string> = new Set([
  'getSignedUrl',
  'createPresignedPost',
  'getSynthesizeSpeechUrl',
]);

/**
 * Methods of aws-sdk v2 clients that take a callback but return no request with `.promise()`. Every other method that
 * takes a callback does (S3's `upload` returns a ManagedUpload, which has it too). Source: runs of aws-sdk 2.1693.
 */
export const WITHOUT_PROMISE_METHOD: ReadonlySet<string> = new Set([
  'getAuthToken',
  'setupRequestListeners',
  'customizeRequests',
  'defineService',
  'on',
  'addListener',
  'once',
]);
