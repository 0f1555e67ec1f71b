import * as t from '@babel/types';
import type { TopLevelRequest } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import type { Binding } from '../../syntax/binding.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { CompletionFinder, type CompletionNames } from './completion.js';

/** One attempt to write a function in direct style: its edits so far, and what stands in the way. */
export class Conversion {
  readonly edits: FileEdits;
  readonly topLevel: TopLevelRequest[] = [];
  /** Calls that were given a callback and are awaited now. */
  readonly awaited: t.Node[] = [];
  readonly completions: CompletionFinder;
  /** Names of callback parameters that the result has no variable for. */
  readonly erased = new Set<Binding>();
  /** Error arguments of completions that are reached without an error only. */
  readonly absentErrors = new Set<t.Node>();
  readonly #refusals: Reason[] = [];
  readonly #doubts: Reason[] = [];
  readonly #understood = new Set<t.Identifier>();
  readonly #newNames = new Map<t.Identifier, string>();
  readonly #takenNames = new Set<string>();

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    /** The function that becomes async. */
    readonly fn: t.Function,
    names: CompletionNames,
  ) {
    this.completions = new CompletionFinder(file, names);
    this.edits = new FileEdits({
      text: file.text,
      indent: file.style.indent,
      literals: findLiteralRanges(file),
    });
  }

  /** There is no equal direct form. */
  refuse(code: Reason['code'], what: string, ...nodes: readonly t.Node[]): void {
    this.#refusals.push(this.#reason(code, what, nodes));
  }

  refuseFor(reason: Reason): void {
    this.#refusals.push(reason);
  }

  /** The result differs from today's for some event: a person must look at it. */
  doubt(code: Reason['code'], what: string, ...nodes: readonly t.Node[]): void {
    this.#doubts.push(this.#reason(code, what, nodes));
  }

  #reason(code: Reason['code'], what: string, nodes: readonly t.Node[]): Reason {
    return { code, data: { what }, places: nodes.map((node) => this.file.rangeOf(node)) };
  }

  /** The first reason against a conversion: a refusal, or a completing name whose use wasn't understood. */
  get refusal(): Reason | undefined {
    const [first] = this.#refusals;
    if (first) return first;
    const escaped = this.completions.identifiers.find((identifier) => !this.#understood.has(identifier));
    if (!escaped) return undefined;
    const parent = this.file.parentOf(escaped) ?? escaped;
    return {
      code: 'callback-escapes',
      data: { name: escaped.name, what: firstLine(this.file.slice(parent)) },
      places: [this.file.rangeOf(escaped)],
    };
  }

  get firstDoubt(): Reason | undefined {
    return this.#doubts[0];
  }

  understand(identifier: t.Identifier): void {
    this.#understood.add(identifier);
  }

  /** Gives a name that the file doesn't have and that no other request got. */
  freshName(wish: string): string {
    let name = this.file.freshName(wish);
    for (let suffix = 2; this.#takenNames.has(name); suffix += 1)
      name = this.file.freshName(`${wish}${suffix}`);
    this.#takenNames.add(name);
    return name;
  }

  /** Writes another name for one identifier; `{ a }` becomes `{ a: b }`. */
  rename(identifier: t.Identifier, name: string): void {
    const parent = this.file.parentOf(identifier);
    const isShorthand = t.isObjectProperty(parent) && parent.shorthand;
    this.#newNames.set(identifier, isShorthand ? `${identifier.name}: ${name}` : name);
  }

  /** Makes the edits of all renamed identifiers that stay in the text. */
  writeRenames(): void {
    for (const [identifier, text] of this.#newNames) {
      if (this.#isDropped(identifier)) continue;
      this.edits.replace(startOf(identifier), startOf(identifier) + identifier.name.length, text);
    }
  }

  readonly #dropped: { readonly start: number; readonly end: number }[] = [];

  /** Replaces text whose identifiers need no renaming, because they go with it. */
  replace(start: number, end: number, text: string): void {
    this.#dropped.push({ start, end });
    if (end > start || text !== '') this.edits.replace(start, end, text);
  }

  #isDropped(node: t.Node): boolean {
    return this.#dropped.some(
      ({ start, end }) => start <= startOf(node) && endOf(node) <= end && end > start,
    );
  }

  /** The node's text with new names, for a copy of it. */
  textOf(node: t.Node): string {
    let text = '';
    let at = startOf(node);
    const renamed = [...this.#newNames]
      .filter(([identifier]) => this.file.contains(node, identifier))
      .sort(([a], [b]) => startOf(a) - startOf(b));
    for (const [identifier, name] of renamed) {
      text += this.file.text.slice(at, startOf(identifier)) + name;
      at = startOf(identifier) + identifier.name.length;
    }
    return text + this.file.text.slice(at, endOf(node));
  }
}

function firstLine(text: string): string {
  const [line = '', ...more] = text.split(/\r?\n/);
  return more.length > 0 ? `${line} …` : line;
}
