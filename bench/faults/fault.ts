import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where one tool is put through one fault. */
export interface Place {
  /** The folder the tool runs in, a repository with everything committed. */
  readonly project: string;
  /** A folder that it has no business in. */
  readonly outside: string;
}

/** How a run of the tool ended. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly seconds: number;
}

/** What a tool did wrong; undefined when nothing. */
export type Complaint = string | undefined;

/** One thing that can be wrong with the files of a project, or happen while they are written. */
export interface Fault {
  readonly row: number;
  readonly title: string;
  /** Written into the project and committed before {@link Fault.spoil}. */
  readonly contents: Readonly<Record<string, string | Buffer>>;
  /** Does what a table of contents can't. */
  readonly spoil?: (place: Place) => Promise<void>;
  /** What the tool is given; `src` by default. */
  readonly targets?: readonly string[];
  readonly launch?: 'with a small file size limit' | 'dies at its first write' | undefined;
  readonly judge: (place: Place, ending: Ending) => Promise<Complaint>;
}

/** Code that each tool has something to change in: leakfix an unawaited call, the linters `var`, prettier the blanks. */
export function leakyCode(lineEnd = '\n'): string {
  const lines = [
    'async function save(item) { return item; }',
    'exports.handler = async (event) => {',
    '  var answer   =   1;',
    '  save(event);',
    '  return answer;',
    '};',
    '',
  ];
  return lines.join(lineEnd);
}

export function readText({ project }: Place, name: string): Promise<string> {
  return readFile(join(project, name), 'utf8');
}

/** The files of the project but `.git`, to see what is left behind. */
export async function listFiles({ project }: Place): Promise<string[]> {
  const names = await readdir(project, { recursive: true });
  return names.filter((name) => name !== '.git' && !name.startsWith('.git/')).sort();
}

/** The first of several complaints. */
export function firstOf(complaints: Readonly<Record<string, boolean>>): Complaint {
  return Object.entries(complaints).find(([, isSo]) => isSo)?.[0];
}
