import * as t from '@babel/types';
import type { TopLevelRequest } from '../../edit/change-set.js';
import { applyEdits, type TextEdit } from '../../edit/text-edit.js';
import { FileEdits } from '../../edit/file-edits.js';
import type { Binding } from '../../syntax/binding.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { detectIndent } from '../../syntax/style.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../transform.js';
import { CompletionFinder, type CompletionNames } from './completion.js';

/** How far a conversion may go. */
export interface ConversionLimits {
  /** Does this function of the file stay in callback form? Calls of it are awaited all the same. */
  readonly keeps: (fn: t.Function) => boolean;
  /** May a call without an equal promise form be awaited by a promise made around it? */
  readonly settlesCalls: boolean;
}

const NO_LIMITS: ConversionLimits = { keeps: () => false, settlesCalls: false };

/** What the functions that are converted together have in common. */
class SharedState {
  edits: FileEdits;
  readonly topLevel: TopLevelRequest[] = [];
  readonly awaited: t.Node[] = [];
  readonly resumed: t.Node[] = [];
  readonly failing: t.Node[] = [];
  readonly erased = new Set<Binding>();
  readonly absentErrors = new Set<t.Node>();
  readonly refusals: Reason[] = [];
  readonly doubts: Reason[] = [];
  readonly understood = new Set<t.Identifier>();
  readonly newNames = new Map<t.Identifier, string>();
  readonly reassigned = new Map<t.Identifier, t.VariableDeclaration>();
  readonly takenNames = new Set<string>();
  readonly dropped: { readonly start: number; readonly end: number }[] = [];
  readonly conversions: Conversion[] = [];
  readonly droppedArguments: t.Node[] = [];
  readonly betterKept = new Set<t.Function>();

  constructor(
    readonly file: SyntaxFile,
    readonly limits: ConversionLimits,
  ) {
    this.edits = this.newEdits();
  }

  newEdits(): FileEdits {
    const { file, conversions } = this;
    return new FileEdits({
      text: file.text,
      indent: (line) =>
        conversions.findLast(({ fn }) => startOf(fn) <= line && line < endOf(fn))?.indent ??
        file.style.indent,
      literals: findLiteralRanges(file),
    });
  }
}

/** One attempt to write a function in direct style: its edits so far, and what stands in the way. */
export class Conversion {
  readonly completions: CompletionFinder;
  /** One level, as the function has it: a file can be written in several ways. */
  readonly indent: string;
  /** Does the function wait for something, so that it must be async? */
  needsAsync = false;
  /** Properties in which several results are returned. */
  resultNames: readonly string[] | undefined;
  /** Is a function that goes with this one used by others as well? */
  isShared = false;
  readonly #shared: SharedState;

  constructor(
    readonly context: TransformContext,
    readonly file: SyntaxFile,
    /** The function that is converted. */
    readonly fn: t.Function,
    names: CompletionNames,
    /** A function that is converted together with this one. */
    other?: Conversion,
    limits = NO_LIMITS,
  ) {
    this.completions = new CompletionFinder(file, names);
    this.indent = indentIn(file, fn);
    this.#shared = other ? other.#shared : new SharedState(file, limits);
    this.#shared.conversions.push(this);
  }

  get edits(): FileEdits {
    return this.#shared.edits;
  }

  get topLevel(): TopLevelRequest[] {
    return this.#shared.topLevel;
  }

  /** Expressions that are awaited in the result. */
  get awaited(): t.Node[] {
    return this.#shared.awaited;
  }

  /** Awaited calls whose callback may run before they return, and in the result never does. */
  get resumed(): t.Node[] {
    return this.#shared.resumed;
  }

  /** Completions that throw in the result. */
  get failing(): t.Node[] {
    return this.#shared.failing;
  }

  /** Names of callback parameters that the result has no variable for. */
  get erased(): Set<Binding> {
    return this.#shared.erased;
  }

  /** Error arguments of completions that are reached without an error only. */
  get absentErrors(): Set<t.Node> {
    return this.#shared.absentErrors;
  }

  /** What goes without a trace: arguments of completions that nobody gets, the name of a function that is not called. */
  get droppedArguments(): t.Node[] {
    return this.#shared.droppedArguments;
  }

  get limits(): ConversionLimits {
    return this.#shared.limits;
  }

  /** Functions whose conversion stands in the way: the result may be better with them in callback form. */
  get betterKept(): Set<t.Function> {
    return this.#shared.betterKept;
  }

  get refusalCount(): number {
    return this.#shared.refusals.length;
  }

  /** This function and those that are converted together with it. */
  get together(): readonly Conversion[] {
    return this.#shared.conversions;
  }

  /** There is no equal direct form. */
  refuse(code: Reason['code'], what: string, ...nodes: readonly t.Node[]): void {
    this.#shared.refusals.push(this.#reason(code, what, nodes));
  }

  refuseFor(reason: Reason): void {
    this.#shared.refusals.push(reason);
  }

  /** The result differs from today's for some event: a person must look at it. */
  doubt(code: Reason['code'], what: string, ...nodes: readonly t.Node[]): void {
    this.#shared.doubts.push(this.#reason(code, what, nodes));
  }

  #reason(code: Reason['code'], what: string, nodes: readonly t.Node[]): Reason {
    return { code, data: { what }, places: nodes.map((node) => this.file.rangeOf(node)) };
  }

  /** The first reason against a conversion: a refusal, or a completing name whose use wasn't understood. */
  get refusal(): Reason | undefined {
    const [first] = this.#shared.refusals;
    if (first) return first;
    const escaped = this.#shared.conversions
      .flatMap(({ completions }) => completions.identifiers)
      .find((identifier) => !this.isUnderstood(identifier));
    if (!escaped) return undefined;
    const parent = this.file.parentOf(escaped) ?? escaped;
    return {
      code: 'callback-escapes',
      data: { name: escaped.name, what: firstLine(this.file.slice(parent)) },
      places: [this.file.rangeOf(escaped)],
    };
  }

  get firstDoubt(): Reason | undefined {
    return this.#shared.doubts[0];
  }

  isUnderstood(identifier: t.Identifier): boolean {
    return this.#shared.understood.has(identifier);
  }

  understand(identifier: t.Identifier): void {
    this.#shared.understood.add(identifier);
  }

  /** Gives a name that no variable in the function has and that no other request got. */
  freshName(wish: string): string {
    const isTaken = (name: string): boolean =>
      this.#shared.takenNames.has(name) ||
      this.file
        .nodes('Identifier')
        .some((node) => node.name === name && this.file.contains(this.fn, node) && this.#isVariable(node));
    let name = wish;
    for (let suffix = 2; isTaken(name); suffix += 1) name = `${wish}${suffix}`;
    this.#shared.takenNames.add(name);
    return name;
  }

  #isVariable(identifier: t.Identifier): boolean {
    const parent = this.file.parentOf(identifier);
    if (!parent || this.file.bindingOf(identifier)) return true;
    return t.isReferenced(identifier, parent, this.file.parentOf(parent));
  }

  /** Writes another name for one identifier; `{ a }` becomes `{ a: b }`. */
  rename(identifier: t.Identifier, name: string): void {
    const parent = this.file.parentOf(identifier);
    const isShorthand = t.isObjectProperty(parent) && parent.shorthand;
    this.#shared.newNames.set(identifier, isShorthand ? `${identifier.name}: ${name}` : name);
  }

  /** Writes `var a = b` as `a = b`. */
  assignOnly(identifier: t.Identifier, declaration: t.VariableDeclaration): void {
    this.#shared.reassigned.set(identifier, declaration);
  }

  /**
   * Gives the text of a range for another place, with the edits that are made to it meanwhile. The range itself must
   * go; edits elsewhere are made as always.
   */
  apart(start: number, end: number, write: () => void): string {
    const shared = this.#shared;
    const { edits } = shared;
    shared.edits = shared.newEdits();
    write();
    this.#writeRenames((identifier) => start <= startOf(identifier) && endOf(identifier) <= end);
    const made = shared.edits.toEdits();
    shared.edits = edits;
    const isInside = (edit: TextEdit): boolean => edit.start <= end && edit.end >= start;
    for (const edit of made) if (!isInside(edit)) edits.replace(edit.start, edit.end, edit.text);
    const inside = made.filter(isInside).map((edit) => ({
      start: Math.max(edit.start, start) - start,
      end: Math.min(edit.end, end) - start,
      text: edit.text,
    }));
    return applyEdits(this.file.text.slice(start, end), inside).trimEnd();
  }

  /** Makes the edits of all renamed identifiers that stay in the text. */
  writeRenames(): void {
    this.#writeRenames(() => true);
  }

  #writeRenames(isMeant: (identifier: t.Identifier) => boolean): void {
    const isWritten = (identifier: t.Identifier): boolean =>
      isMeant(identifier) && !this.isReplaced(identifier);
    const { newNames, reassigned } = this.#shared;
    for (const [identifier, text] of newNames)
      if (isWritten(identifier))
        this.edits.replace(startOf(identifier), startOf(identifier) + identifier.name.length, text);
    for (const [identifier, declaration] of reassigned)
      if (isWritten(identifier)) this.edits.replace(startOf(declaration), startOf(identifier), '');
  }

  /** Replaces text whose identifiers need no renaming, because they go with it. */
  replace(start: number, end: number, text: string): void {
    this.#shared.dropped.push({ start, end });
    if (end > start || text !== '') this.edits.replace(start, end, text);
  }

  /** The replaced text that goes on behind this offset, as that of a line that was taken away. */
  replacedAround(offset: number): { readonly start: number; readonly end: number } | undefined {
    return this.#shared.dropped.find(({ start, end }) => start < offset && offset < end);
  }

  /** Was what stands directly in front of the offset replaced, as where a line was begun? */
  isReplacedBefore(offset: number): boolean {
    return this.#shared.dropped.some(({ end }) => end === offset);
  }

  /** Was the node's text replaced already, by an edit around it? */
  isReplaced(node: t.Node): boolean {
    return this.#shared.dropped.some(
      ({ start, end }) => start <= startOf(node) && endOf(node) <= end && end > start,
    );
  }

  /** The node's text with new names, for a copy of it. */
  textOf(node: t.Node): string {
    let text = '';
    let at = startOf(node);
    const renamed = [...this.#shared.newNames]
      .filter(([identifier]) => this.file.contains(node, identifier))
      .sort(([a], [b]) => startOf(a) - startOf(b));
    for (const [identifier, name] of renamed) {
      text += this.file.text.slice(at, startOf(identifier)) + name;
      at = startOf(identifier) + identifier.name.length;
    }
    return text + this.file.text.slice(at, endOf(node));
  }
}

function indentIn(file: SyntaxFile, fn: t.Function): string {
  return detectIndent(file.text.slice(file.lineStart(startOf(fn)), endOf(fn)), file.style.indent);
}

function firstLine(text: string): string {
  const [line = '', ...more] = text.split(/\r?\n/);
  return more.length > 0 ? `${line} …` : line;
}
