import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invokeHandler, type Outcome } from '../../src/prove/index.js';
import { run } from '../../src/run.js';

/** The descriptor limit of a function on Lambda. */
const DESCRIPTORS = 1024;

/** What leakfix makes of a handler, with all its transforms. */
export async function rewritten(folder: string, text: string): Promise<string | undefined> {
  const file = join(folder, 'index.js');
  writeFileSync(file, text);
  const { report } = await run({ cwd: folder, paths: ['index.js'] });
  return report.changes.find((change) => change.file === file)?.after;
}

/** The outcomes of a handler's invocations in one warm container, given the events in turn. */
export async function outcomesOf(
  folder: string,
  text: string,
  events: readonly unknown[],
  invocations: number,
): Promise<readonly Outcome[]> {
  const file = join(folder, 'index.js');
  writeFileSync(file, text);
  const { outcomes } = await invokeHandler({
    file,
    exportName: 'handler',
    runtime: 'nodejs22.x',
    events,
    invocations,
    fdLimit: DESCRIPTORS,
  });
  return outcomes;
}

/** As a line of text: whose stack it was is another matter. */
export function answersOf(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map((outcome) => JSON.stringify(outcome));
}

/** The first invocation, counted from 1, that is not answered as the same event was before. */
export function firstDifference(answers: readonly string[], expected: readonly string[]): number | undefined {
  const index = answers.findIndex((answer, at) => answer !== expected[at % expected.length]);
  return index === -1 ? undefined : index + 1;
}
