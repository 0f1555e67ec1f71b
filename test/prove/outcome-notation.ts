import type { Outcome } from '../../src/prove/index.js';

/** The short form of an outcome that the conformance cases use. */
export function inShort(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return `R ${visible(outcome.body)}`;
    case 'error': {
      if (outcome.errorType === 'Runtime.CallbackHandlerDeprecated') return 'D';
      const part = outcome.partialBody === undefined ? '' : ` ${visible(outcome.partialBody)}`;
      return `E ${outcome.errorType}|${outcome.errorMessage}${part}`;
    }
    case 'timeout':
      return 'T';
    case 'exit':
      return `X ${String(outcome.code)}`;
  }
}

function visible(text: string): string {
  return text.replaceAll('\0', '\\0');
}
