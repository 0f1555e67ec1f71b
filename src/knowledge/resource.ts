/** How a resource is given back. */
export interface Release {
  /** Method of the resource, as it stands behind its name: `end`, `[Symbol.asyncDispose]`. */
  readonly method: string;
  /** The method is a function of the module, which takes the resource: `fs.closeSync(fd)`. */
  readonly isOfModule?: true;
  /** How the caller learns that it is done: it is when the call returns, by a promise, by an error-first callback. */
  readonly ends: 'at once' | 'promise' | 'callback';
  /** Fails on a connection that broke before; in a `finally` that failure would hide the first error. */
  readonly failsWhenBroken?: true;
  /** Member that says that there is nothing to release any more: `finished`, `isCompleted()`. */
  readonly unless?: string;
  /** Work that was started but not waited for is done first, as `end()` of SQL drivers does by queueing. */
  readonly finishesStartedWork?: true;
  /** Without a callback, a failure of it is not an uncaught error: it goes to the work that is queued before it. */
  readonly endsQueueQuietly?: true;
}

/** A kind of connection or handle that somebody has to close. */
export interface Resource {
  /** As imported, without `node:`. */
  readonly module: string;
  /** Major versions of the package, inclusive; all when absent. */
  readonly majors?: { readonly from?: number; readonly to?: number };
  /** Right for the other versions too. */
  readonly fitsUnknownMajor?: true;
  /** For messages. */
  readonly kind:
    | 'connection'
    | 'pool'
    | 'pooled connection'
    | 'session'
    | 'transaction'
    | 'browser'
    | 'file handle'
    | 'resource';
  /**
   * What opens it: `createConnection()` and `new Client` name members of the module, `Pool#connect()` a method of what
   * another acquisition or a type of that name gives, `default` the module itself.
   */
  readonly acquire: readonly string[];
  /** Its methods work while they run: nothing is pending when they return. */
  readonly isSynchronous?: true;
  /** Its methods give no promise: a call that nothing calls back from may still be under way when it is closed. */
  readonly givesNoPromises?: true;
  /** Its methods give promises that do nothing until somebody waits for them. */
  readonly isLazy?: true;
  /** Going through it with `for` closes it at the end, however the loop ends. */
  readonly endsByIteration?: true;
  /** Acquiring yields a promise of the resource. */
  readonly acquiredByPromise?: true;
  /** The method that opens it, when acquiring alone does not: nothing has to be closed before. */
  readonly opensWith?: string;
  readonly release: Release;
  /** Other methods that end it: code that calls one of them needs no second release. */
  readonly alsoReleasedBy?: readonly string[];
  /** Methods whose result lives only as long as the resource: channels, cursors, pages. */
  readonly lends?: readonly string[];
  /** The package's own `Symbol.dispose` or `Symbol.asyncDispose` that does the same as the release, and since when. */
  readonly dispose?: { readonly keyword: 'using' | 'await using'; readonly sinceMajor: number };
  /** A transaction that is still open is to be rolled back before the release. */
  readonly rollback?: { readonly isOpen: string; readonly begin: string; readonly method: string };
  /** The method that ends a transaction well; the release is its rollback. */
  readonly commit?: string;
  /** Released with an open transaction, the next user of the pool would get it. */
  readonly keepsTransaction?: true;
}
