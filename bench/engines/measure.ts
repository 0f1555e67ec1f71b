import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

export interface Measurement {
  /** User and system time of the process, all threads. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Largest resident set. */
  readonly megabytes: number;
  /** Last line of its output. */
  readonly said: string;
}

/** Makes a Node.js process say at its end, on a channel of its own, what it used. */
const reportUsage = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: userCPUTime + systemCPUTime, maxRSS }));
});`;

/**
 * Runs Node.js with these arguments. The exit code is not looked at: linters and compilers exit with 1 when they find
 * something.
 *
 * @throws Error when the process is killed before it can say what it used.
 */
export async function measure(args: readonly string[], cwd: string): Promise<Measurement> {
  const startedAt = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(reportUsage)}`;
  const child = spawn(process.execPath, ['--max-old-space-size=8192', '--import', preload, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const { stdout } = child;
  const usage = child.stdio[3];
  if (!stdout || !usage || !('read' in usage)) throw new Error('no channels to read from');
  const [said, used] = await Promise.all([text(stdout), text(usage)]);
  if (used === '') throw new Error(`killed: node ${args.join(' ')}`);
  const { cpu, maxRSS } = JSON.parse(used) as { cpu: number; maxRSS: number };
  return {
    cpuSeconds: cpu / 1e6,
    wallSeconds: (performance.now() - startedAt) / 1000,
    megabytes: maxRSS / 1024,
    said: said.trimEnd().split('\n').at(-1)?.slice(0, 80) ?? '',
  };
}
