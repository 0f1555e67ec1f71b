import { listFiles, type Place } from './fault.js';
import { makePairedProject, readState, readTexts } from './paired-project.js';
import { run, setUp, tearDown, type Tool } from './stage.js';

const FILES = 200;
const FILE_BYTES = 75_000;

export interface KillCounts {
  readonly trials: number;
  /** Files that are neither old nor new right after the kill. */
  readonly torn: number;
  /** Files that lie about after the next start. */
  readonly leftOver: number;
  /** Runs that were killed when some files were done and others were not. */
  readonly killedMidway: number;
}

/** Kills a tool at a random moment, again and again, and counts what it leaves. */
export async function killAtRandom(tool: Tool, trials: number): Promise<KillCounts> {
  const project = makePairedProject(FILES, FILE_BYTES);
  const command = tool.command(['src']);
  let duration = 0;
  const after = await inPlace(project.contents, async (place) => {
    duration = (await run(command, tool, place)).seconds * 1000;
    return readTexts(place.project, project);
  });
  const counts = { trials, torn: 0, leftOver: 0, killedMidway: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    await inPlace(project.contents, async (place) => {
      const files = (await listFiles(place)).length;
      await run(command, tool, place, Math.random() * duration);
      const { torn, done } = await readState(place.project, project, after);
      counts.torn += torn;
      counts.killedMidway += done > 0 && done < FILES ? 1 : 0;
      await run(command, tool, place);
      counts.leftOver += (await listFiles(place)).length - files;
    });
  }
  return counts;
}

export function describeKills({ trials, torn, leftOver, killedMidway }: KillCounts): string {
  const sign = torn === 0 && leftOver === 0 ? '✓' : '✗';
  return `${sign} ${torn} torn, ${leftOver} left over (${killedMidway} of ${trials} killed midway)`;
}

async function inPlace<Result>(
  contents: Readonly<Record<string, string>>,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const place = await setUp({ contents });
  try {
    return await work(place);
  } finally {
    await tearDown(place);
  }
}
