import { Session, type Profiler } from 'node:inspector';
import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

import type { LateFunction } from '../../observation.js';
import { isUserFile } from './user-frames.js';

/**
 * Which of the user's functions ran since it was last asked, by V8's precise coverage. It sees also what runs
 * for nobody in particular, such as a listener on an emitter of the module.
 */
export class LateFunctions {
  readonly #session = new Session();
  readonly #lineStarts = new Map<string, number[]>();
  readonly #textOf: (file: string) => string;

  /** @param textOf the text of a file as it runs, which for compiled files is not the one on disk */
  constructor(textOf: (file: string) => string) {
    this.#textOf = textOf;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  /** Forgets what ran so far. */
  reset(): void {
    this.#session.post('Profiler.takePreciseCoverage');
  }

  take(): LateFunction[] {
    const found: LateFunction[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error === null) found.push(...result.flatMap((script) => this.#functionsOf(script)));
    });
    return found;
  }

  #functionsOf({ url, functions }: Profiler.ScriptCoverage): LateFunction[] {
    const file = fileOf(url);
    if (file === undefined || !isUserFile(file)) return [];
    return functions.flatMap(({ functionName, ranges }) => {
      const range = ranges[0];
      // The whole module is a function, too, that runs when it is loaded.
      if (range === undefined || range.count === 0 || range.startOffset === 0) return [];
      return [{ name: functionName, calls: range.count, ...this.#place(file, range.startOffset) }];
    });
  }

  /** Line and column in the file as the user wrote it. */
  #place(file: string, offset: number): { file: string; line: number; column: number } {
    const starts = this.#startsOf(file);
    const line = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[line] ?? 0);
    const original = findSourceMap(file)?.findEntry(line, column);
    if (original === undefined || !('originalLine' in original))
      return { file, line: line + 1, column: column + 1 };
    return { file, line: original.originalLine + 1, column: original.originalColumn + 1 };
  }

  #startsOf(file: string): number[] {
    const known = this.#lineStarts.get(file);
    if (known !== undefined) return known;
    const starts = lineStarts(this.#textOf(file));
    this.#lineStarts.set(file, starts);
    return starts;
  }
}

/** CommonJS modules are named by path in some versions, by URL in others. */
function fileOf(url: string): string | undefined {
  if (url.startsWith('file://')) return fileURLToPath(url);
  return url.startsWith('/') ? url : undefined;
}

function lineStarts(text: string): number[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const begin = start;
    start += line.length + 1;
    return begin;
  });
}
