import { type ChangeSet, filesOf } from './edit/change-set.js';
import { findIgnoreComments, type IgnoreComment, mayHaveIgnoreComments } from './syntax/ignore-comments.js';
import type { SyntaxFile } from './syntax/syntax-file.js';
import type { NodeRange } from './types/oracle.js';
import type { Workspace } from './workspace.js';

/** An ignore comment at its place in the text that was read. */
export interface PlacedComment {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly comment: IgnoreComment;
}

/** What the comments in the files' current texts say is to be left alone, and which of them were of use. */
export class IgnoredPlaces {
  readonly #inFile = new WeakMap<SyntaxFile, readonly IgnoreComment[]>();
  readonly #used = new Set<string>();

  constructor(private readonly workspace: Workspace) {}

  /** The comment that a finding is left alone for. */
  findFor(transform: string, { file, start }: NodeRange): IgnoreComment | undefined {
    return this.#use(
      file,
      this.#about(transform, file).find(
        ({ line }) => line === undefined || (line.start <= start && start <= line.end),
      ),
    );
  }

  /** A comment that a change set would go against, by an edit in a file or on a line that is to stay as it is. */
  findAgainst(transform: string, changeSet: ChangeSet): PlacedComment | undefined {
    for (const file of filesOf(changeSet)) {
      const edits = changeSet.edits.get(file) ?? [];
      const found = this.#about(transform, file).find(
        ({ line }) =>
          line === undefined || edits.some(({ start, end }) => start <= line.end && line.start <= end),
      );
      if (found) return this.#place(file, this.#use(file, found) ?? found);
    }
    return undefined;
  }

  /** The comments that nothing was left alone for, those about transforms that were not run excepted. */
  unused(ran: readonly string[], all: readonly string[]): readonly PlacedComment[] {
    return [...this.workspace.overlay.original.keys()].flatMap((file) =>
      this.#commentsIn(file)
        .filter(({ transforms }) =>
          (transforms.length === 0 ? all : transforms).every((name) => ran.includes(name)),
        )
        .map((comment) => this.#place(file, comment))
        .filter((placed) => !this.#used.has(keyOf(placed))),
    );
  }

  /** The comments that name a transform there is none of. */
  unknown(all: readonly string[]): readonly (PlacedComment & { readonly name: string })[] {
    return [...this.workspace.overlay.original.keys()].flatMap((file) =>
      this.#commentsIn(file).flatMap((comment) =>
        comment.transforms
          .filter((name) => !all.includes(name))
          .map((name) => ({ ...this.#place(file, comment), name })),
      ),
    );
  }

  #about(transform: string, file: string): readonly IgnoreComment[] {
    return this.#commentsIn(file).filter(
      ({ transforms }) => transforms.length === 0 || transforms.includes(transform),
    );
  }

  #commentsIn(path: string): readonly IgnoreComment[] {
    if (!this.workspace.overlay.has(path)) return [];
    if (!mayHaveIgnoreComments(this.workspace.overlay.read(path))) return [];
    const file = this.workspace.fileAt(path);
    if (!file) return [];
    const known = this.#inFile.get(file);
    if (known) return known;
    const comments = findIgnoreComments(file);
    this.#inFile.set(file, comments);
    return comments;
  }

  #use(file: string, comment: IgnoreComment | undefined): IgnoreComment | undefined {
    if (comment) this.#used.add(keyOf(this.#place(file, comment)));
    return comment;
  }

  #place(file: string, comment: IgnoreComment): PlacedComment {
    const { overlay } = this.workspace;
    return {
      file,
      start: overlay.toOriginalOffset(file, comment.start),
      end: overlay.toOriginalOffset(file, comment.end),
      comment,
    };
  }
}

/** Comments keep their place in the text that was read, whatever happens to the text. */
function keyOf({ file, start }: PlacedComment): string {
  return `${file}\0${start}`;
}
