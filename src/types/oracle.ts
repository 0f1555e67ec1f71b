/**
 * What transforms may ask about types. Questions are about ranges of a file's current text, never about an
 * engine's own nodes, so that engines can be exchanged. Every engine passes test/types/contract.ts.
 */

/** Half-open range `[start, end)` in UTF-16 code units of the file's current text. */
export interface NodeRange {
  /** Absolute path. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** `unknown` is never a licence to act: the caller refuses, with a reason. */
export type Answer<T> =
  { readonly is: 'yes'; readonly value: T } | { readonly is: 'no' } | { readonly is: 'unknown' };

export interface Thenable {
  /** How the type prints, for messages: `Promise<void>`. */
  readonly typeName: string;
  /** `array`: an array or tuple of thenables. */
  readonly shape: 'single' | 'array';
}

export interface CallbackSignature {
  /** Index of the callback among the call's arguments. */
  readonly argumentIndex: number;
  /** Names of the callback's parameters as declared, the error first. */
  readonly parameters: readonly string[];
  /** Printed types of those parameters. */
  readonly parameterTypes: readonly string[];
  /** Printed type of what the call itself returns: `void`, `ChildProcess`. */
  readonly returnType: string;
  /** Whether the callee is a method that needs its `this`. */
  readonly usesThis: boolean;
}

/** Where a callee is declared, when the engine knows. */
export interface Declaration {
  /** Declared in a project file (not in a library or a declaration file). */
  readonly inProject: boolean;
  /** Range of the function's own node when it is in the project. */
  readonly range?: NodeRange;
  /** Module the declaration belongs to: `fs`, `mysql2/promise`, `lib.es5`. */
  readonly module?: string;
  /** Qualified name inside the module: `readFile`, `Connection#end`. */
  readonly name: string;
}

export type ReferenceKind =
  /** `f(…)`, also through an import, `require`, re-export or alias. Range: the whole call expression. */
  | 'call'
  /** `new F(…)` */
  | 'construct'
  /** The name is used as a value: passed on, stored, compared. Range: the identifier. */
  | 'value'
  /** Import and export specifiers, re-exports, type positions: nothing runs. */
  | 'mention';

export interface Reference extends NodeRange {
  readonly kind: ReferenceKind;
}

export interface FunctionUsage {
  /** Every reference in every project file, in file and position order. */
  readonly references: readonly Reference[];
  /** Other project declarations that must change together: overrides, implemented project interfaces, overload signatures. */
  readonly related: readonly NodeRange[];
  /** Set when the function fulfils a declaration outside the project (an interface of a package): its name. */
  readonly externalContract?: string;
}

/** The code of the one error of a file that the checker failed on. */
export const UNCHECKABLE = 0;

export interface TypeDiagnostic {
  readonly file: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
}

/** A checker that failed: by an overflow, an exception, or for want of memory. */
export interface Fault {
  /** Path of the tsconfig, or `inferred: …`. */
  readonly project: string;
  readonly reason: string;
  /** Nothing is answered about the project any more; otherwise one file or question is not. */
  readonly isWhole: boolean;
}

export interface TypeOracle {
  /** Tells the engine a file's new text. Answers that follow are about it. */
  update(file: string, text: string): void;

  /** Is the value of this expression a thenable (by typescript-eslint's definition), or an array of them? */
  thenable(expression: NodeRange): Answer<Thenable>;

  /**
   * The expression statements of these files whose value is thenable: the expressions' ranges, in order.
   * One bulk question, because asking statement by statement is what makes type-aware tools slow.
   */
  thenableStatements(files: readonly string[]): readonly (NodeRange & { readonly thenable: Thenable })[];

  /** Can the expression's value be called, whichever part of its type it has? `unknown` for open types. */
  callable(expression: NodeRange): Answer<true>;

  /** Does the signature this call resolves to take an error-first callback, and does the call pass one? */
  errorFirstCallback(call: NodeRange): Answer<CallbackSignature>;

  /** What a call or `new` expression calls, or an identifier names. */
  declarationOf(expression: NodeRange): Answer<Declaration>;

  /** Who uses this function (its own node's range), in every file. `unknown` when a use can't be resolved. */
  usageOf(functionNode: NodeRange): Answer<FunctionUsage>;

  /** Printed type of the expression; `no` never occurs, `unknown` for `any`, `unknown` and errors. */
  typeOf(expression: NodeRange): Answer<string>;

  /**
   * The dispose method that the expression's type declares itself, not inherited from another package's class. `no` for
   * the types of Node.js: its streams, processes and timers end by themselves.
   */
  ownDispose(expression: NodeRange): Answer<'dispose' | 'asyncDispose'>;

  /**
   * The edition of the language that a tsconfig has the file compiled to: 2022, or Infinity for ESNext. `no` where none
   * says so.
   */
  languageEdition(file: string): Answer<number>;

  /** The files of the run that import one of these, directly or through re-exports, without these themselves. */
  importersOf(files: readonly string[]): readonly string[];

  /**
   * Syntactic and semantic errors of these files. For JavaScript whose tsconfig doesn't ask for type checks, the
   * errors that show when the program runs: syntax, undeclared and doubly declared names, modules not found.
   * A file that the checker fails on has one error, {@link UNCHECKABLE}.
   */
  diagnostics(files: readonly string[]): readonly TypeDiagnostic[];

  faults(): readonly Fault[];
}
