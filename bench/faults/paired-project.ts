import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A project in which each change set has two files: the first holds a function that must become async, the second its
 * only caller. For the tools that know no such thing both files have something to change, too.
 */
export interface PairedProject {
  readonly contents: Readonly<Record<string, string>>;
  /** The names of the files, the two of one change set side by side. */
  readonly names: readonly string[];
}

const CALLEE = `const saved = [];
async function save(item) { saved.push(item); }
exports.store = function store(item) {
  var copy   =   item;
  save(copy);
};
`;

const PADDING = '// ------------------------------------------------------------------\n';

function callerOf(callee: string): string {
  return `const { store } = require('./${callee}');
exports.handler = async (event) => {
  var answer   =   1;
  store(event);
  return answer;
};
`;
}

/** @param bytes at least so many in each file. */
export function makePairedProject(files: number, bytes: number): PairedProject {
  const padding = PADDING.repeat(Math.ceil(bytes / PADDING.length));
  const entries = Array.from(
    { length: files / 2 },
    (_, index) => `f${String(index).padStart(3, '0')}`,
  ).flatMap((name): [string, string][] => [
    [`src/${name}-callee.js`, CALLEE + padding],
    [`src/${name}-caller.js`, callerOf(`${name}-callee`) + padding],
  ]);
  return { contents: Object.fromEntries(entries), names: entries.map(([name]) => name) };
}

/** What one file holds: the text as it was, the text as it is to be, or neither. */
type Side = 'old' | 'new' | 'torn';

export interface State {
  readonly torn: number;
  /** Change sets of which one file is old and the other new. */
  readonly halves: number;
  /** Files that hold their new text. */
  readonly done: number;
}

/**
 * @param folder where the project lies.
 * @param after the new text of each file; undefined where the tool leaves it as it is.
 */
export async function readState(
  folder: string,
  { contents, names }: PairedProject,
  after: ReadonlyMap<string, string>,
): Promise<State> {
  const sides = await Promise.all(
    names.map(async (name): Promise<Side> => {
      const text = await readFile(join(folder, name), 'utf8');
      if (text === contents[name]) return 'old';
      return text === after.get(name) ? 'new' : 'torn';
    }),
  );
  const isHalf = (side: Side, index: number): boolean => index % 2 === 0 && side !== sides[index + 1];
  return {
    torn: sides.filter((side) => side === 'torn').length,
    halves: sides.filter(isHalf).length,
    done: sides.filter((side) => side === 'new').length,
  };
}

/** The texts of all files as they are now. */
export async function readTexts(
  folder: string,
  { names }: PairedProject,
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}
