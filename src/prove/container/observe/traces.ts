import type { Frame } from '../../observation.js';
import { originOfStack, userFrames, type Origin } from './user-frames.js';

/** A stack that is made into text only when somebody reads it, which is what makes taking it cheap. */
export interface Trace {
  stack: string;
}

/** Some SDKs are dozens of frames deep between the user's call and the request. */
const DEPTH = 150;

/** Takes the stack without the frames above and including `caller`. */
export function takeTrace(caller: (...values: never[]) => unknown): Trace {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  const trace = {} as Trace;
  Error.captureStackTrace(trace, caller);
  Error.stackTraceLimit = limit;
  return trace;
}

/** The user's frames of a trace. */
export function readTrace(trace: Trace): { frames: Frame[]; isInnermost: boolean } {
  return userFrames(textOf(trace));
}

export function readOrigin(trace: Trace): Origin | undefined {
  return originOfStack(textOf(trace));
}

function textOf(trace: Trace): string {
  // The text is parsed afterwards, so a format that user code or a library installed can't be used.
  const format = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  try {
    return trace.stack;
  } finally {
    if (format !== undefined) Object.defineProperty(Error, 'prepareStackTrace', format);
  }
}
