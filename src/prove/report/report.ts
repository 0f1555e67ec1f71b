import type { Finding, FindingKind } from '../findings/finding.js';
import type { InvocationRecord } from '../host/invocation-record.js';
import type { OutcomeDifference } from '../outcome.js';
import type { RuntimeName } from '../runtime-name.js';

/** Everything that a reporter needs. */
export interface ProveReport {
  version: 1;
  /** `path:export` as given. */
  handler: string;
  /** Folder that paths are shown relative to. */
  root: string;
  runtime: RuntimeName;
  mode: 'window' | 'freeze';
  invocations: InvocationRecord[];
  findings: Finding[];
  /** The version compared with, if any. */
  before: { handler: string; invocations: InvocationRecord[]; findings: Finding[] } | undefined;
  /** Undefined when nothing was compared. */
  differences: OutcomeDifference[] | undefined;
  /** Kinds of leak that the version before didn't have. */
  newKinds: FindingKind[];
  /** No leak; with a comparison: also the same answers. */
  isProven: boolean;
}
