import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, type Place } from '../faults/fault.js';
import { LEAKFIX } from '../faults/leakfix-tool.js';
import { type PairedProject, readState, readTexts } from '../faults/paired-project.js';
import { run, setUp, tearDown } from '../faults/stage.js';

/** What one kill of the command left. */
export interface Damage {
  readonly wasKilled: boolean;
  /** Files neither old nor new, before or after the next start. */
  readonly torn: number;
  /** Change sets half old and half new, right after the kill and after the next start. */
  readonly halves: number;
  readonly halvesAfter: number;
  /** Files in the project, or journals of dead runs, after the next start. */
  readonly leftOver: number;
}

/** Runs the command in the project. @returns whether it was killed. */
export type Launch = (command: readonly string[], place: Place) => Promise<boolean>;

const COMMAND = LEAKFIX.command(['src']);

/** The texts that the command makes of the project, and what else is to be learnt from a run that nobody kills. */
export async function watchWholeRun<Result>(
  project: PairedProject,
  watch: (command: readonly string[], place: Place) => Promise<Result>,
): Promise<{ readonly after: ReadonlyMap<string, string>; readonly seen: Result }> {
  const place = await setUp(project);
  try {
    const seen = await watch(COMMAND, place);
    return { after: await readTexts(place.project, project), seen };
  } finally {
    await tearDown(place);
  }
}

/** Has the command killed, starts it again, which repairs what was left, and looks. */
export async function killAndRepair(
  project: PairedProject,
  after: ReadonlyMap<string, string>,
  launch: Launch,
): Promise<Damage> {
  const place = await setUp(project);
  try {
    const files = (await listFiles(place)).length;
    const wasKilled = await launch(COMMAND, place);
    const killed = await readState(place.project, project, after);
    await run(COMMAND, LEAKFIX, place);
    const repaired = await readState(place.project, project, after);
    const journals = await readdir(join(place.project, '.git/leakfix')).catch(() => []);
    return {
      wasKilled,
      torn: killed.torn + repaired.torn,
      halves: killed.halves,
      halvesAfter: repaired.halves,
      leftOver:
        (await listFiles(place)).length - files + journals.filter((name) => name !== 'last.journal').length,
    };
  } finally {
    await tearDown(place);
  }
}
