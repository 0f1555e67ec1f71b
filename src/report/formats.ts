/** What `--format` takes. */
export const FORMATS = ['pretty', 'patch', 'json', 'sarif', 'github', 'markdown', 'html'] as const;

export type Format = (typeof FORMATS)[number];

/** What a format needs to know besides the report. */
export interface FormatOptions {
  /** The working folder, which the findings' paths are relative to. */
  readonly cwd: string;
  /** What the paths in the output are relative to: the top of the repository, or `cwd` without one. */
  readonly root: string;
  /** Version of leakfix. */
  readonly version: string;
}
