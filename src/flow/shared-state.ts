import type * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';
import type { NodeRange } from '../types/oracle.js';
import { findUsesOfModuleState, isSameState, type StateUse } from './module-state.js';

/** A variable of the module that an `await` would let others write to between a read and a write of it. */
export interface SharedStateHazard {
  /** As it is written: `count`, `cache.size`. */
  readonly name: string;
  readonly read: NodeRange;
  readonly write: NodeRange;
}

/** An `await` that is about to be put before an expression. */
export interface NewAwait {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly at: t.Expression;
  /** The function that the awaited call runs, when that one is about to wait as well. */
  readonly callee?: { readonly file: SyntaxFile; readonly fn: t.Function } | undefined;
}

interface PlacedUse extends StateUse {
  readonly file: SyntaxFile;
}

/**
 * Looks for module state that is read before a new `await` and written behind it, by the function itself or by the one
 * that it waits for. While it waits, another call of the function may do the same, and one of the writes is lost. An
 * `await` that is there already between the two makes the new one harmless.
 */
export function findSharedStateHazard({ file, fn, at, callee }: NewAwait): SharedStateHazard | undefined {
  const own = usesIn(file, fn);
  const ofCallee = callee ? usesIn(callee.file, callee.fn) : [];
  // A write happens when everything inside it has been evaluated.
  const writes = own.filter((use) => use.writes && endOf(use.node) > startOf(at));
  for (const write of [...writes, ...ofCallee.filter((use) => use.writes)]) {
    const isOwnWrite = writes.includes(write);
    const read = [
      ...own.filter((use) => startOf(use.node) < startOf(at) && (use.reads === 'yes' || use === write)),
      ...(isOwnWrite ? ofCallee : []),
    ].find(
      (use) =>
        (use.reads === 'yes' || (use.reads === 'own' && use === write)) &&
        isSameState(use, write) &&
        !(own.includes(use) && isAwaitBetween(file, fn, startOf(use.node), endOfGap(write, isOwnWrite, at))),
    );
    if (read)
      return {
        name: write.name,
        read: read.file.rangeOf(read.node),
        write: write.file.rangeOf(write.node),
      };
  }
  return undefined;
}

function usesIn(file: SyntaxFile, fn: t.Function): readonly PlacedUse[] {
  return findUsesOfModuleState(file, fn).map((use) => ({ ...use, file }));
}

function endOfGap(write: StateUse, isOwnWrite: boolean, at: t.Expression): number {
  return isOwnWrite ? startOf(write.node) : startOf(at);
}

function isAwaitBetween(file: SyntaxFile, fn: t.Function, from: number, to: number): boolean {
  return file
    .nodes('AwaitExpression')
    .some((node) => from < startOf(node) && startOf(node) < to && file.enclosingFunction(node) === fn);
}
