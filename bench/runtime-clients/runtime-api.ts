import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Outcome } from '../../src/prove/index.js';

interface ErrorBody {
  errorType: string;
  errorMessage: string;
}

/** The Runtime API of Lambda for one function, as far as a runtime client uses it. */
export class RuntimeApi {
  readonly #server: Server;
  #waiting: ServerResponse | undefined;
  #current = 0;
  #isAnswered = true;
  /** Called when the client asks for the next event. */
  onNext: () => void = () => undefined;
  /** Called with the answer to the current event. */
  onOutcome: (outcome: Outcome) => void = () => undefined;
  onInitError: (outcome: Outcome) => void = () => undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      // A client that is killed while it posts is not served.
      this.#handle(request, response).catch(() => undefined);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Answers the waiting request for the next event. */
  deliver(event: unknown, timeoutMs: number): void {
    this.#current++;
    this.#isAnswered = false;
    this.#waiting?.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': `request-${this.#current}`,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutMs),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:123456789012:function:handler',
    });
    this.#waiting?.end(JSON.stringify(event));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '' } = request;
    if (url.endsWith('/next')) {
      this.#waiting = response;
      this.onNext();
      return;
    }
    const body = await readBody(request);
    response.writeHead(202).end('{}');
    if (url.endsWith('/init/error')) this.onInitError(errorOf(body));
    else if (!this.#isAnswered && url.includes(`/request-${this.#current}/`)) {
      // Lambda refuses a second answer, such as that of a crash after the first.
      this.#isAnswered = true;
      this.onOutcome(outcomeOf(url, body, request));
    }
  }
}

function outcomeOf(url: string, body: string, request: IncomingMessage): Outcome {
  if (url.endsWith('/error')) return errorOf(body);
  const trailer = request.trailers['lambda-runtime-function-error-body'];
  if (trailer === undefined) return { kind: 'response', body };
  const error = errorOf(Buffer.from(trailer, 'base64').toString());
  return body === '' ? error : { ...error, partialBody: body };
}

function errorOf(body: string): Outcome & { kind: 'error' } {
  const { errorType, errorMessage } = JSON.parse(body) as ErrorBody;
  return { kind: 'error', errorType, errorMessage };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
