import { type ChangeSet, filesOf, type TopLevelRequest, toTopLevelEdits } from './change-set.js';
import { applyEdits, findOverlap, type TextEdit, toOffsetBefore } from './text-edit.js';

interface Version {
  readonly text: string;
  /** The edits that led from the version before to this one. */
  readonly edits: readonly TextEdit[];
}

/** What the change sets of one batch want of a file. */
interface Batched {
  readonly requests: readonly TopLevelRequest[];
  readonly edits: readonly TextEdit[];
}

function editsOf({ requests, edits }: Batched): readonly TextEdit[] {
  return [...toTopLevelEdits(requests), ...edits];
}

/** A file's text before and after. */
export interface FileTexts {
  /** Absolute path. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export type Preview = () => readonly FileTexts[];

export interface BatchResult {
  /** What was made, each with what it alone makes of the texts from before the batch. */
  readonly applied: ReadonlyMap<ChangeSet, Preview>;
  /** Change sets that overlap one applied before them: to be found again in the new text. */
  readonly deferred: readonly ChangeSet[];
  readonly changedFiles: readonly string[];
}

/** Two change sets that both want the same insertion at the same place (`async ` before one function). */
function hasTwin(edits: readonly TextEdit[]): boolean {
  const insertions = edits
    .filter(({ start, end }) => start === end)
    .map(({ start, text }) => `${start}:${text}`);
  return new Set(insertions).size < insertions.length;
}

function onePerKey(requests: readonly TopLevelRequest[]): readonly TopLevelRequest[] {
  const byKey = new Map<string, TopLevelRequest>();
  for (const request of requests) if (!byKey.has(request.key)) byKey.set(request.key, request);
  return [...byKey.values()];
}

/** The rewritten texts, in memory, over the texts that were read. */
export class Overlay {
  readonly #versions = new Map<string, Version[]>();
  readonly #droppedStrings = new Map<string, string[]>();

  constructor(readonly original: ReadonlyMap<string, string>) {}

  /** @throws RangeError for a file that is not in the project. */
  read(file: string): string {
    const current = this.#versions.get(file)?.at(-1)?.text ?? this.original.get(file);
    if (current === undefined) throw new RangeError(`not a file of this run: ${file}`);
    return current;
  }

  has(file: string): boolean {
    return this.original.has(file);
  }

  /** Contents of the file's strings that went on purpose. */
  droppedStringsOf(file: string): readonly string[] {
    return this.#droppedStrings.get(file) ?? [];
  }

  /** How often the file was rewritten; a key for caches. */
  versionOf(file: string): number {
    return this.#versions.get(file)?.length ?? 0;
  }

  /** Makes each change set whole, or defers it whole when it overlaps one made before it. */
  apply(changeSets: readonly ChangeSet[]): BatchResult {
    const batch = new Map<string, Batched>();
    const applied = new Map<ChangeSet, Preview>();
    const deferred: ChangeSet[] = [];
    for (const changeSet of changeSets) {
      const additions = filesOf(changeSet).map((file) => {
        const known = batch.get(file) ?? { requests: [], edits: [] };
        const requests = onePerKey([...known.requests, ...(changeSet.topLevel?.get(file) ?? [])]);
        return { file, requests, edits: [...known.edits, ...(changeSet.edits.get(file) ?? [])] };
      });
      if (additions.some((addition) => findOverlap(editsOf(addition)) ?? hasTwin(addition.edits))) {
        deferred.push(changeSet);
        continue;
      }
      applied.set(changeSet, this.#previewOf(changeSet));
      for (const [file, texts] of changeSet.droppedStrings ?? [])
        this.#droppedStrings.set(file, [...this.droppedStringsOf(file), ...texts]);
      for (const { file, requests, edits } of additions) batch.set(file, { requests, edits });
    }
    const changedFiles: string[] = [];
    for (const [file, batched] of batch) {
      const edits = editsOf(batched);
      const before = this.read(file);
      const text = applyEdits(before, edits);
      if (text === before) continue;
      const versions = this.#versions.get(file) ?? [];
      versions.push({ text, edits });
      this.#versions.set(file, versions);
      changedFiles.push(file);
    }
    return { applied, deferred, changedFiles };
  }

  #previewOf(changeSet: ChangeSet): Preview {
    const before = filesOf(changeSet).map((file) => ({ file, text: this.read(file) }));
    return () =>
      before.map(({ file, text }) => {
        const requests = changeSet.topLevel?.get(file) ?? [];
        const edits = editsOf({ requests, edits: changeSet.edits.get(file) ?? [] });
        return { file, before: text, after: applyEdits(text, edits) };
      });
  }

  /** Where an offset of the current text was in the text that was read. */
  toOriginalOffset(file: string, offset: number): number {
    const versions = this.#versions.get(file) ?? [];
    return versions.reduceRight((position, version) => toOffsetBefore(version.edits, position), offset);
  }

  /** Files whose text differs from what was read, in the order of the input. */
  changedFiles(): readonly string[] {
    return [...this.original].filter(([file, text]) => this.read(file) !== text).map(([file]) => file);
  }
}
