import type { ChangeSet } from './edit/change-set.js';
import type { TransformOptions } from './options.js';
import type { Handler } from './project/handler.js';
import type { PackageJsonFinder } from './project/package-json.js';
import type { ReasonCode } from './reasons.js';
import type { SyntaxFile } from './syntax/syntax-file.js';
import type { NodeRange, TypeOracle } from './types/oracle.js';

/**
 * Why a finding is not fixed, or only with `--unsafe`.
 */
export interface Reason {
  readonly code: ReasonCode;
  /** What fills the placeholders of the reason's wording: names, printed types. */
  readonly data?: Readonly<Record<string, string>>;
  /** The places in the way. */
  readonly places?: readonly NodeRange[];
}

/** What transform authors return: a leak at a place, and what can be done. */
export interface Finding {
  /** One of the transform's `codes`. */
  readonly code: string;
  /** In the text that the transform was given. */
  readonly range: NodeRange;
  /** What fills the placeholders of the code's wording. */
  readonly data?: Readonly<Record<string, string>>;
  readonly outcome:
    | { readonly kind: 'safe'; readonly changeSet: ChangeSet }
    | { readonly kind: 'unsafe'; readonly changeSet: ChangeSet; readonly reason: Reason }
    | { readonly kind: 'refusal'; readonly reason: Reason };
}

/** What a transform sees of the project: the texts that the transforms before it left, and questions about them. */
export interface TransformContext {
  /** The files to look at: those that `appliesTo` accepts and that parse, in a stable order. */
  readonly files: readonly SyntaxFile[];
  /** Any file of the run, parsed; undefined when it is not in the run or has syntax errors. */
  readonly fileAt: (path: string) => SyntaxFile | undefined;
  readonly types: TypeOracle;
  handlersIn(file: SyntaxFile): readonly Handler[];
  /** The handlers in all files of the run, those that are not looked at included. */
  allHandlers(): readonly Handler[];
  readonly packages: PackageJsonFinder;
  readonly options: TransformOptions;
}

export interface TransformSpec {
  /** The transform's id everywhere: folder name, `--only` value, registry key. */
  readonly name: string;
  /** One line, for `--list` and the README. */
  readonly summary: string;
  /** Finding codes and their wording; `{name}` is filled from the finding's data. */
  readonly codes: Readonly<Record<string, string>>;
  /** A cheap test of the text: a file that fails it is not parsed for this transform. */
  appliesTo(text: string): boolean;
  find(context: TransformContext): readonly Finding[];
}
