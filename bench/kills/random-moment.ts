import { watch } from 'node:fs';
import { join } from 'node:path';
import { LEAKFIX } from '../faults/leakfix-tool.js';
import type { Place } from '../faults/fault.js';
import { start } from '../faults/stage.js';
import type { Launch } from './kill-and-repair.js';

/** Calls back once, when the first journal of the repository is made: from then on files are written. */
function onFirstJournal({ project }: Place, callback: () => void): () => void {
  const watcher = watch(join(project, '.git'), (_, name) => {
    if (name !== 'leakfix') return;
    watcher.close();
    callback();
  });
  return () => {
    watcher.close();
  };
}

/** How long the command writes, in milliseconds. */
export async function measureWriting(command: readonly string[], place: Place): Promise<number> {
  let began = 0;
  const stop = onFirstJournal(place, () => (began = performance.now()));
  await start(command, LEAKFIX, place).ending;
  stop();
  return performance.now() - began;
}

/** Kills the command so many milliseconds after it began to write. */
export function killAfter(delay: number): Launch {
  return async (command, place) => {
    const { kill, ending } = start(command, LEAKFIX, place);
    const stop = onFirstJournal(place, () => setTimeout(kill, delay));
    const { signal } = await ending;
    stop();
    return signal === 'SIGKILL';
  };
}
