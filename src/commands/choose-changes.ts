import { createInterface, type Interface } from 'node:readline';
import type { Paint } from '../report/colour.js';
import { formatFinding } from '../report/finding-lines.js';
import { paintDiff } from '../report/paint-diff.js';
import { formatFilePatch } from '../report/patch.js';
import type { Proposal } from '../run.js';

/** Somebody pressed Ctrl-C instead of answering. */
export class Interrupted extends Error {}

export interface ChooseOptions {
  /** What paths in a diff are relative to. */
  readonly root: string;
  readonly paint: Paint;
}

/** Where questions go: stdout is for the diff of `--dry`. */
const output = process.stderr;

/** Answers with the meaning that they have in `git add -p`, with a change in place of a hunk. */
const ANSWERS = {
  y: 'make this change',
  n: 'leave it',
  a: 'make it and all later ones of this file',
  d: 'leave it and all later ones of this file',
  q: 'leave it and all later ones',
  '?': 'say what the keys mean',
} as const;

type Answer = keyof typeof ANSWERS;

/**
 * Shows each change set with its findings and its diff, and asks whether it is wanted. The end of the input is `q`.
 * @returns the numbers of those that are
 * @throws Interrupted when Ctrl-C is pressed
 */
export async function chooseChanges(
  { report, previews }: Proposal,
  { root, paint }: ChooseOptions,
): Promise<ReadonlySet<number>> {
  const questions = new Questions(paint);
  const wanted = new Set<number>();
  /** What was answered for the rest of a file. */
  const ofFile = new Map<string, boolean>();
  let count = 0;
  try {
    for (const [number, preview] of previews) {
      count += 1;
      const findings = report.findings.filter(({ changeSet }) => changeSet === number);
      const file = findings[0]?.file ?? '';
      const isSettled = ofFile.get(file);
      if (isSettled === true) wanted.add(number);
      if (isSettled !== undefined) continue;
      const diff = preview().map((change) => paintDiff(formatFilePatch(change, root), paint));
      output.write([...findings.map((finding) => formatFinding(finding, paint)), ...diff].join('\n'));
      const answer = await questions.ask(`(${count}/${previews.size}) Make this change`);
      if (answer === 'q') break;
      if (answer === 'y' || answer === 'a') wanted.add(number);
      if (answer === 'a' || answer === 'd') ofFile.set(file, answer === 'a');
    }
    return wanted;
  } finally {
    questions.end();
  }
}

class Questions {
  readonly #terminal: Interface;
  /** Lines are kept, as answers may be typed ahead. */
  readonly #lines: AsyncIterator<string>;
  #isInterrupted = false;

  constructor(readonly paint: Paint) {
    this.#terminal = createInterface({ input: process.stdin, output });
    this.#lines = this.#terminal[Symbol.asyncIterator]();
    this.#terminal.on('SIGINT', () => {
      this.#isInterrupted = true;
      this.#terminal.close();
    });
  }

  async ask(question: string): Promise<Answer> {
    this.#terminal.setPrompt(this.paint('bold', `${question} [${Object.keys(ANSWERS).join(',')}]? `));
    for (;;) {
      this.#terminal.prompt();
      const line = await this.#lines.next();
      if (this.#isInterrupted) throw new Interrupted();
      if (line.done) return 'q';
      const answer = line.value.trim().toLowerCase();
      if (answer !== '?' && isAnswer(answer)) return answer;
      for (const [key, meaning] of Object.entries(ANSWERS)) output.write(`${key} - ${meaning}\n`);
    }
  }

  end(): void {
    this.#terminal.close();
  }
}

function isAnswer(text: string): text is Answer {
  return Object.hasOwn(ANSWERS, text);
}
