import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Local servers, and the environment variables that tell where they are. */
export interface StandIns {
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** Starts the servers in a process of their own. */
export async function startStandIns(): Promise<StandIns> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'servers.cjs')], {
    // The database warns about each connection that is closed; that is no news.
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    env: JSON.parse(line.toString()) as Record<string, string>,
    stop: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
