export { compareResults, type Comparison } from './compare.js';
export { findingKinds, type Finding, type FindingKind, type Severity } from './findings/finding.js';
export { invokeHandler, invokeHandlers, type InvokeOptions, type InvokeResult } from './invoke-handler.js';
export {
  compareOutcomes,
  describeOutcome,
  isSameOutcome,
  type Outcome,
  type OutcomeDifference,
} from './outcome.js';
export { hasCallbacks, runtimeNames, runtimeOfNode, type RuntimeName } from './runtime-name.js';
export { prove, type ProveOptions, type ProveResult } from './prove.js';
export { proveChange, type ChangeToProve, type ProvenChange } from './prove-change.js';
