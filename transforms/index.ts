import type { Transform } from '../src/define-transform.js';
import awaitFloatingPromises from './await-floating-promises/index.js';
import awaitTimers from './await-timers/index.js';
import closeConnections from './close-connections/index.js';
import lambdaCallbackToAsync from './lambda-callback-to-async/index.js';
import promisifyCallbacks from './promisify-callbacks/index.js';

/** All transforms, in the order in which they run: each sees the texts that the ones before it left. */
export const transforms: readonly Transform[] = [
  lambdaCallbackToAsync,
  promisifyCallbacks,
  closeConnections,
  awaitTimers,
  awaitFloatingPromises,
];
