import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leakyCode, listFiles, type Place } from './fault.js';
import { run, setUp, tearDown, type Tool } from './stage.js';

const FILES = 200;
const FILE_BYTES = 75_000;
const PADDING = '// ------------------------------------------------------------------\n';
const CODE = leakyCode() + PADDING.repeat(Math.ceil(FILE_BYTES / PADDING.length));

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
  const contents = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [`src/f${index}.js`, CODE]),
  );
  const command = tool.command(['src']);
  let duration = 0;
  const done = await inPlace(contents, async (place) => {
    duration = (await run(command, tool, place)).seconds * 1000;
    return readSources(place);
  });
  const counts = { trials, torn: 0, leftOver: 0, killedMidway: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    await inPlace(contents, async (place) => {
      await run(command, tool, place, Math.random() * duration);
      const texts = await readSources(place);
      const [changed] = done;
      const isOld = texts.map((text) => text === CODE);
      counts.torn += texts.filter((text) => text !== CODE && text !== changed).length;
      counts.killedMidway += isOld.includes(true) && isOld.includes(false) ? 1 : 0;
      await run(command, tool, place);
      counts.leftOver += (await listFiles(place)).length - FILES - 1;
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

async function readSources({ project }: Place): Promise<string[]> {
  const names = (await readdir(join(project, 'src'))).filter((name) => /^f\d+\.js$/.test(name));
  return Promise.all(names.map((name) => readFile(join(project, 'src', name), 'utf8')));
}
