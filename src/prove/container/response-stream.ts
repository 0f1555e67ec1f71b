import { Writable } from 'node:stream';

import type { ReportedError } from '../messages.js';
import type { RuntimeClient } from './runtime-client.js';
import { invalidStreamingOperation } from './runtime-errors.js';

/** The stream that a streaming handler writes its response to, as user code sees it. */
interface ResponseWritable extends Writable {
  setContentType: (contentType: string) => void;
  _onBeforeFirstWrite?: (write: (chunk: string | Uint8Array) => void) => void;
}

interface ResponseStream {
  writable: ResponseWritable;
  /** Resolves when the whole response is with the caller. */
  isSent: Promise<void>;
  /** Ends the response with an error after what was written so far. */
  fail: (error: ReportedError, done: () => void) => void;
}

/** A request under way keeps the process alive; so does the response stream until it ends. */
const KEEP_ALIVE_MS = 1_000_000;

/** Opens the response of one invocation. */
export function openResponseStream(client: RuntimeClient, requestId: string): ResponseStream {
  const chunks: Buffer[] = [];
  const hold = setInterval(() => undefined, KEEP_ALIVE_MS);
  let isWritten = false;
  let isFailed = false;
  let markSent: () => void = () => undefined;
  const isSent = new Promise<void>((resolve) => {
    markSent = resolve;
  });

  const writable = new Writable({
    // A chunk that is neither text nor bytes goes out as JSON.
    objectMode: true,
    write(chunk: unknown, encoding, done) {
      chunks.push(toBytes(chunk, encoding));
      done();
    },
    final(done) {
      clearInterval(hold);
      done();
      if (isFailed) return;
      setImmediate(() => {
        client.respond(requestId, bodyOf(chunks));
        markSent();
      });
    },
  }) as ResponseWritable;

  writable.setContentType = () => {
    if (isWritten) throw invalidStreamingOperation('Cannot set content-type, too late.');
  };
  const write = writable.write.bind(writable);
  writable.write = ((...values: Parameters<typeof write>) => {
    if (!isWritten) {
      isWritten = true;
      writable._onBeforeFirstWrite?.((chunk) => write(chunk));
    }
    return write(...values);
  }) as typeof write;

  const fail: ResponseStream['fail'] = (error, done) => {
    clearInterval(hold);
    isFailed = true;
    client.fail(requestId, error, bodyOf(chunks));
    writable.end(done);
  };
  return { writable, isSent, fail };
}

function bodyOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

function toBytes(chunk: unknown, encoding: BufferEncoding): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding);
  if (chunk instanceof Uint8Array) return Buffer.from(chunk);
  return Buffer.from(JSON.stringify(chunk));
}

const PRELUDE_END = new Uint8Array(8);

/** `awslambda.HttpResponseStream`: status and headers go out before the first chunk. */
export const HttpResponseStream = {
  from(underlying: ResponseWritable, prelude: unknown): ResponseWritable {
    underlying.setContentType('application/vnd.awslambda.http-integration-response');
    underlying._onBeforeFirstWrite = (write) => {
      write(JSON.stringify(prelude));
      write(PRELUDE_END);
    };
    return underlying;
  },
};
