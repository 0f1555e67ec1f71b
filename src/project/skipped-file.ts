/** Why a file, or a folder with all that is in it, was left out. */
export type SkipReason =
  | 'gitignored'
  | 'leakfixignored'
  | 'ignore-option'
  | 'node_modules'
  | 'build-output'
  | 'declaration'
  | 'minified'
  | 'generated'
  | 'too-large'
  | 'symlink'
  | 'duplicate'
  | 'not-a-file'
  | 'binary';

export interface SkippedFile {
  /** Absolute; a folder that was not entered ends with `/`. */
  readonly file: string;
  readonly reason: SkipReason;
  /** One line for a person. */
  readonly detail: string;
}

export type CollectErrorCode =
  | 'no-match'
  | 'everything-skipped'
  | 'bad-pattern'
  | 'symlink'
  | 'outside-root'
  | 'not-source'
  | 'unreadable'
  | 'not-utf-8'
  | 'utf-16';

/** Something that was asked for and can't be done. The other files go on; the exit code is 2. */
export interface CollectError {
  /** Absolute file or folder; for a pattern, the pattern as it was given. */
  readonly file: string;
  readonly code: CollectErrorCode;
  /** One line for a person. */
  readonly detail: string;
}
