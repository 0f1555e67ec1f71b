import { createFixture } from 'fs-fixture';
import { join } from 'node:path';
import type { NodeRange, TypeOracle } from '../../src/types/oracle.js';

export type CreateEngine = (input: {
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
}) => TypeOracle;

/** A folder on disk, an engine over its source files, and ranges found by what they say. */
export interface Workspace {
  readonly root: string;
  readonly oracle: TypeOracle;
  path(file: string): string;
  text(range: NodeRange): string;
  /** Range of the last place in the file that says exactly this. */
  range(file: string, snippet: string): NodeRange;
  update(file: string, text: string): void;
}

const isSource = /\.[cm]?[jt]sx?$/;

export async function createWorkspace(
  create: CreateEngine,
  tree: Readonly<Record<string, string>>,
): Promise<Workspace & AsyncDisposable> {
  const fixture = await createFixture(tree);
  const root = fixture.path.replace(/\/$/, '');
  const path = (file: string): string => join(root, file);
  const sources = Object.entries(tree).filter(
    ([file]) => isSource.test(file) && !file.includes('node_modules'),
  );
  const texts = new Map(sources.map(([file, text]) => [path(file), text]));
  const oracle = create({ root, files: new Map(texts) });
  const read = (file: string): string => {
    const text = texts.get(file);
    if (text === undefined) throw new Error(`not in the workspace: ${file}`);
    return text;
  };
  return {
    root,
    oracle,
    path,
    text: ({ file, start, end }) => read(file).slice(start, end),
    range(file, snippet) {
      const start = read(path(file)).lastIndexOf(snippet);
      if (start === -1) throw new Error(`${file} does not say: ${snippet}`);
      return { file: path(file), start, end: start + snippet.length };
    },
    update(file, text) {
      texts.set(path(file), text);
      oracle.update(path(file), text);
    },
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}
