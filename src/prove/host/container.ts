import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';

import type { ContainerJob, ContainerMessage, HostMessage } from '../messages.js';
import { MessageQueue } from './message-queue.js';

/** The end of a container's process. */
export interface ContainerExit {
  type: 'exit';
  code: number | null;
  signal: string | undefined;
}

export interface ContainerOptions {
  /** The Node.js binary to run. */
  node: string;
  /** Working folder. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Most open file descriptors; unset means what the host has. */
  fdLimit?: number;
}

/** All that live, so that none outlives the host. */
const living = new Set<Container>();

/**
 * One process that plays a Lambda execution environment, with a process group of its own. It does nothing before it
 * has a job.
 */
export class Container {
  readonly messages = new MessageQueue<ContainerMessage | ContainerExit>();
  readonly #process: ChildProcess;
  readonly #exit: Promise<ContainerExit>;

  constructor(options: ContainerOptions) {
    const [command, ...parameters] = commandLine(options);
    this.#process = spawn(command, parameters, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that processes the handler starts are stopped and killed with it.
      detached: true,
    });
    this.#exit = this.#exitStatus();
    // Output must be drained, or the container blocks when the pipe is full.
    this.#process.stdout?.resume();
    this.#process.stderr?.resume();
    this.#listen();
    living.add(this);
  }

  start(job: ContainerJob): void {
    this.#write(job);
  }

  send(message: HostMessage): void {
    this.#write(message);
  }

  /** Ends the process and everything that it started. */
  async kill(): Promise<void> {
    this.killNow();
    await this.#exit;
  }

  killNow(): void {
    living.delete(this);
    this.#signal('SIGKILL');
  }

  /** Stops the process and all that it started, as Lambda does between invocations. */
  freeze(): void {
    this.#signal('SIGSTOP');
  }

  thaw(): void {
    this.#signal('SIGCONT');
  }

  /** How many file descriptors the process has open; undefined where `/proc` doesn't exist. */
  countDescriptors(): number | undefined {
    try {
      return readdirSync(`/proc/${String(this.#process.pid)}/fd`).length;
    } catch {
      return undefined;
    }
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (!isNoSuchProcess(error)) throw error;
    }
  }

  #listen(): void {
    const channel = this.#channel();
    let rest = '';
    channel.setEncoding('utf8');
    channel.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.messages.push(JSON.parse(line) as ContainerMessage);
    });
    // A process that ends with an unread message resets the connection; its exit tells the rest.
    channel.on('error', () => undefined);
    const isClosed = new Promise((resolve) => channel.once('close', resolve));
    void Promise.all([this.#exit, isClosed]).then(([status]) => {
      living.delete(this);
      this.messages.push(status);
    });
  }

  async #exitStatus(): Promise<ContainerExit> {
    try {
      const [code, signal] = (await once(this.#process, 'exit')) as [number | null, string | null];
      return { type: 'exit', code, signal: signal ?? undefined };
    } catch (error) {
      // The binary could not be started.
      return { type: 'exit', code: null, signal: String(error) };
    }
  }

  #write(value: unknown): void {
    this.#channel().write(`${JSON.stringify(value)}\n`);
  }

  #channel(): Duplex {
    return this.#process.stdio[3] as unknown as Duplex;
  }
}

process.on('exit', () => {
  for (const container of living) container.killNow();
});

function commandLine({ node, fdLimit }: ContainerOptions): [string, ...string[]] {
  const main = containerMain();
  if (fdLimit === undefined) return [node, main];
  return ['/bin/sh', '-c', 'ulimit -n "$1" && shift && exec "$@"', 'sh', String(fdLimit), node, main];
}

/** The container runs compiled, on any Node.js version, also when this file itself runs from its source. */
function containerMain(): string {
  const here = fileURLToPath(import.meta.url);
  const folder = path.dirname(here);
  if (!here.endsWith('.ts')) return path.join(folder, '..', 'container', 'main.js');
  return path.join(folder, '..', '..', '..', 'dist', 'src', 'prove', 'container', 'main.js');
}

function isNoSuchProcess(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
