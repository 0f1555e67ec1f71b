import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a command. A tool that finds something it can't fix exits with 1 or 2; what counts is what it wrote.
 *
 * @throws Error when the command can't be run, or is killed
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const options = { cwd, maxBuffer: 1 << 28, env: { ...process.env, ...environment } };
  try {
    await promisify(execFile)(command, args, options);
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (typeof code !== 'number' || code > 2)
      throw new Error(`${command} failed: ${stderr ?? ''}`, { cause: error });
  }
}
