export { invokeHandler, invokeHandlers, type InvokeOptions, type InvokeResult } from './invoke-handler.js';
export {
  compareOutcomes,
  describeOutcome,
  isSameOutcome,
  type Outcome,
  type OutcomeDifference,
} from './outcome.js';
export { hasCallbacks, runtimeNames, runtimeOfNode, type RuntimeName } from './runtime-name.js';
