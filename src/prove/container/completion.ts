import { emptyLoopSetting } from './empty-loop-setting.js';
import { forgetEmptyLoop, onEmptyLoop } from './before-exit.js';

export type Callback = (error?: unknown, result?: unknown) => void;

/** The three ways to end an invocation besides the callback. They never wait for the event loop. */
export interface CallbackContext {
  callbackWaitsForEmptyEventLoop: unknown;
  succeed: (result?: unknown) => void;
  fail: (error?: unknown) => void;
  done: Callback;
}

/** What the runtime does when an invocation is ended. */
export interface Ending {
  respond: (result: unknown) => void;
  fail: (error: unknown) => void;
  /** The answer is given, and waits until the event loop is empty. */
  wait: () => void;
  /** Runs what is no work of the handler's any more. */
  runOutside: (work: () => void) => void;
}

/** How a handler can end one invocation. */
export interface Completion {
  callback: Callback;
  context: CallbackContext;
  /** From now on the invocation counts as answered. */
  markCompleted: () => void;
}

/** The callback and the context of one invocation. */
export function openCompletion(ending: Ending): Completion {
  const setting = emptyLoopSetting();
  let isCompleted = false;

  const complete = (result: unknown): void => {
    if (isCompleted) {
      console.error('Invocation has already been reported as done.');
      return;
    }
    isCompleted = true;
    ending.respond(result);
  };
  const callback: Callback = (error, result) => {
    forgetEmptyLoop();
    if (isGiven(error)) ending.fail(error);
    else if (!setting.isOn()) complete(result);
    else {
      ending.wait();
      onEmptyLoop(() => setImmediate(complete, result));
    }
  };
  const done: Callback = (error, result) => {
    forgetEmptyLoop();
    if (isGiven(error)) ending.fail(error);
    else complete(result);
  };

  const once = onlyFirstCall(ending.runOutside);
  const context: CallbackContext = Object.assign(setting.context, {
    succeed: once((result) => {
      done(null, result);
    }),
    fail: once((error) => {
      done(isGiven(error) ? error : 'handled');
    }),
    done: once(done),
  });
  const markCompleted = (): void => {
    isCompleted = true;
  };
  return { callback: once(callback), context, markCompleted };
}

/** Also 0, false and '' are errors when given as the callback's first argument. */
function isGiven(error: unknown): boolean {
  return error !== undefined && error !== null;
}

/** The callback and the context's methods share one right to answer. A call that throws doesn't use it up. */
function onlyFirstCall(runOutside: (work: () => void) => void): (answer: Callback) => Callback {
  let isFinished = false;
  return (answer) =>
    (...values) => {
      if (isFinished) return;
      runOutside(() => {
        answer(...values);
      });
      isFinished = true;
    };
}
