import type { TextEdit } from './text-edit.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Reindent extends Range {
  /** Levels to add (positive) or to take away (negative). */
  readonly levels: number;
}

export interface EditedText {
  readonly text: string;
  /** One level; where it isn't the same everywhere, that of the line at an offset. */
  readonly indent: string | ((line: number) => string);
  /** Ranges whose white space is content, see findLiteralRanges. */
  readonly literals: readonly Range[];
}

/** Collects the edits of one file, with changes of indentation that may nest. */
export class FileEdits {
  readonly #edits: TextEdit[] = [];
  readonly #reindents: Reindent[] = [];

  constructor(readonly source: EditedText) {}

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  remove(start: number, end: number): void {
    if (end > start) this.#edits.push({ start, end, text: '' });
  }

  /**
   * Moves the lines that *begin* inside the range by whole levels. Lines that begin inside a template, a string or JSX
   * text, blank lines and lines removed by another edit stay as they are. Ranges may nest; their levels add up.
   */
  reindent(start: number, end: number, levels: number): void {
    if (levels !== 0) this.#reindents.push({ start, end, levels });
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** @returns the edits, the indentation's included. */
  toEdits(): readonly TextEdit[] {
    return [...this.#edits, ...this.#indentEdits()];
  }

  #indentEdits(): TextEdit[] {
    const edits: TextEdit[] = [];
    if (this.#reindents.length === 0) return edits;
    const from = Math.min(...this.#reindents.map(({ start }) => start));
    const to = Math.max(...this.#reindents.map(({ end }) => end));
    for (let line = this.#nextLine(from); line < to; line = this.#nextLine(line)) {
      const edit = this.#indentEditAt(line);
      if (edit) edits.push(edit);
      if (line >= this.source.text.length) break;
    }
    return edits;
  }

  #nextLine(offset: number): number {
    const newline = this.source.text.indexOf('\n', offset);
    return newline === -1 ? this.source.text.length : newline + 1;
  }

  #indentEditAt(line: number): TextEdit | undefined {
    const { text, literals } = this.source;
    const levels = this.#reindents
      .filter(({ start, end }) => start <= line && line < end)
      .reduce((sum, reindent) => sum + reindent.levels, 0);
    if (levels === 0 || literals.some(({ start, end }) => start < line && line <= end)) return undefined;
    const present = /^[ \t]*/.exec(text.slice(line, this.#nextLine(line)))?.[0] ?? '';
    const first = text[line + present.length];
    if (first === undefined || first === '\n' || first === '\r') return undefined;
    if (this.#edits.some((edit) => edit.start <= line && line + present.length < edit.end)) return undefined;
    // The line goes with its indentation: its text follows what is written in its place.
    if (this.#edits.some((edit) => edit.start < line && line + present.length === edit.end)) return undefined;
    const indent = typeof this.source.indent === 'string' ? this.source.indent : this.source.indent(line);
    if (levels > 0) return { start: line, end: line, text: indent.repeat(levels) };
    const removable = removableIndent(present, indent, -levels);
    if (this.#edits.some((edit) => edit.start < line + removable && line < edit.end)) return undefined;
    return { start: line, end: line + removable, text: '' };
  }
}

/** How many characters of leading white space make up that many levels; a tab is one level in any file. */
function removableIndent(present: string, indent: string, levels: number): number {
  let length = 0;
  for (let level = 0; level < levels; level += 1) {
    if (present.startsWith(indent, length)) length += indent.length;
    else if (present[length] === '\t') length += 1;
    else {
      const spaces = /^ */.exec(present.slice(length))?.[0].length ?? 0;
      return length + Math.min(spaces, indent.length);
    }
  }
  return length;
}
