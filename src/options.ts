/** What a transform may be told. Every value has a default; the command line and the API fill the rest. */
export interface TransformOptions {
  /** How a promise form is written: a `util.promisify` constant, or the module's own promise API where it is equal. */
  readonly promiseStyle: 'promisify' | 'native';
  /** How a resource is released. */
  readonly resourceStyle: 'finally' | 'using';
  /** `node` switches the lifetime view off: nothing is a handler. */
  readonly platform: 'lambda' | 'node';
  /** Lets functions that a library exports become async. */
  readonly allowApiChange: boolean;
  /** What becomes of a handler without a direct form: it stays, or it is wrapped in a promise, which is not safe. */
  readonly fallback: 'refuse' | 'wrap';
}

export const DEFAULT_TRANSFORM_OPTIONS: TransformOptions = {
  promiseStyle: 'promisify',
  resourceStyle: 'finally',
  platform: 'lambda',
  allowApiChange: false,
  fallback: 'refuse',
};
