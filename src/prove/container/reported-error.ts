import { types } from 'node:util';

import type { ReportedError } from '../messages.js';

const unreadable: ReportedError = {
  errorType: 'handled',
  errorMessage:
    'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
};

/**
 * How runtimes with callbacks report a thrown or passed value. Anything that looks like an error counts as
 * one, and of anything else the type and the text are kept: `'bad'` is not `new Error('bad')`.
 */
export function reportForCallbackRuntime(error: unknown): ReportedError {
  try {
    if (types.isNativeError(error) || isErrorLike(error)) {
      const { name, message, stack } = error;
      // A stack that isn't a string makes the real runtime give up in the same way.
      stackLines(stack);
      return { errorType: escapeDelete(name), errorMessage: escapeDelete(message) };
    }
    return { errorType: typeof error, errorMessage: textOf(error) };
  } catch {
    return unreadable;
  }
}

/** How runtimes without callbacks do it: only real errors of this realm are errors. */
export function reportForPromiseRuntime(error: unknown): ReportedError {
  try {
    if (error instanceof Error) {
      return { errorType: escapeDelete(error.name), errorMessage: escapeDelete(error.message) };
    }
    return { errorType: typeof error, errorMessage: String(error) };
  } catch {
    return unreadable;
  }
}

function isErrorLike(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false;
  const { name, message, stack } = value as Record<string, unknown>;
  return isNonEmptyText(name) && isNonEmptyText(message) && isNonEmptyText(stack);
}

function isNonEmptyText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function stackLines(stack: unknown): string[] {
  return (stack as string).split('\n');
}

/** The DEL character isn't allowed in a header, so the runtime escapes it. */
function escapeDelete(text: string): string {
  return text.replaceAll('\x7F', '%7F');
}

/** The value's own `toString`, which fails for a value without one as it does on Lambda. */
function textOf(value: unknown): string {
  return (value as { toString(): string }).toString();
}
