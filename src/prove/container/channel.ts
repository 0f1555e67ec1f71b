import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

import type { ContainerJob, ContainerMessage, HostMessage, Invocation } from '../messages.js';

/** Descriptor of the pipe to the host, opened by it next to the three standard ones. */
const CHANNEL_FD = 3;

export type Question = Exclude<HostMessage, Invocation>;

type Sent<M> = M extends ContainerMessage ? Omit<M, 'at'> : never;

/**
 * The line to the host. It stands in for the Runtime API: while the container asks for the next invocation it
 * holds the event loop open, as the runtime's pending request does, and otherwise it doesn't.
 */
export class Channel {
  readonly #socket = new Socket({ fd: CHANNEL_FD, readable: true, writable: false });
  #rest = '';
  #onLine: (line: string) => void = () => undefined;

  constructor() {
    this.#socket.setEncoding('utf8');
    this.#socket.on('data', (text: string) => {
      this.#receive(text);
    });
    // The host is gone, so nobody waits for an answer any more.
    this.#socket.on('close', () => process.kill(process.pid, 'SIGKILL'));
  }

  /** Waits for the first line. */
  receiveJob(): Promise<ContainerJob> {
    return new Promise((resolve) => {
      this.#onLine = (line) => {
        this.#socket.unref();
        resolve(JSON.parse(line) as ContainerJob);
      };
    });
  }

  /**
   * Asks for the next invocation, which marks the end of the one before.
   * @param answer answers the host's questions, now and until the next call
   */
  next(answer: (question: Question) => void): Promise<Invocation> {
    this.#socket.ref();
    return new Promise((resolve) => {
      this.#onLine = (line) => {
        const message = JSON.parse(line) as HostMessage;
        if (message.type !== 'invoke') {
          answer(message);
          return;
        }
        this.#socket.unref();
        resolve(message);
      };
      this.send({ type: 'next' });
    });
  }

  /** Sends at once and blocks until it is sent, so that nothing is lost when the process ends right after. */
  send(message: Sent<ContainerMessage>): void {
    const line = Buffer.from(
      `${JSON.stringify({ ...message, at: performance.timeOrigin + performance.now() })}\n`,
    );
    let written = 0;
    while (written < line.length) written += writeSome(line.subarray(written));
  }

  #receive(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }
}

function writeSome(bytes: Buffer): number {
  try {
    return writeSync(CHANNEL_FD, bytes);
  } catch (error) {
    if (!isWouldBlock(error)) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    return 0;
  }
}

function isWouldBlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
