import type { Streams } from '../commands/streams.js';

const DELAY_MS = 300;
const CLEAR_LINE = '\r\u001B[2K';

export interface Progress {
  readonly show: (what: string) => void;
  readonly stop: () => void;
}

/** One line on a terminal's stderr, after a short while; nothing elsewhere. */
export function startProgress(streams: Pick<Streams, 'err' | 'errIsTerminal'>, quiet: boolean): Progress {
  if (!streams.errIsTerminal || quiet) return { show: () => undefined, stop: () => undefined };
  let current = '';
  let isShown = false;
  const print = (): void => {
    isShown = true;
    streams.err(`${CLEAR_LINE}leakfix: ${current}`);
  };
  const timer = setTimeout(print, DELAY_MS);
  return {
    show: (what) => {
      current = what;
      if (isShown) print();
    },
    stop: () => {
      clearTimeout(timer);
      if (isShown) streams.err(CLEAR_LINE);
    },
  };
}
