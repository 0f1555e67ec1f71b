import type * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { unwrap } from '../../syntax/unwrap.js';
import { guardText, type LooseTimer } from './loose-timer.js';
import { mayCallbackFail } from './may-fail.js';
import { plainCall } from './plain-callback.js';

/** A statement of a function, or inside one of its branches. */
export interface WorkPlace {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly statement: t.Statement;
}

/** Something that a statement starts, and nobody waits for. */
export interface StartedHere extends WorkPlace {
  readonly mayFail: boolean;
  /** Writes the statement anew: its promise between these texts. */
  write(edits: FileEdits, opening: string, closing: string): void;
}

/** @param wait the timer's promise: `setTimeoutAsync(20)` */
export function startedTimer(loose: LooseTimer, wait: string): StartedHere {
  const { file, fn, statement, timer } = loose;
  return {
    file,
    fn,
    statement,
    mayFail: mayCallbackFail(loose),
    write(edits, opening, closing) {
      const callback = unwrap(timer.callback);
      const called = plainCall(file, callback, timer.args);
      const start = `${guardText(loose)}${opening}${wait}.then(`;
      if (called !== undefined) {
        edits.replace(startOf(statement), endOf(statement), `${start}() => ${called.text})${closing}`);
      } else {
        edits.replace(startOf(statement), startOf(callback), start);
        edits.replace(endOf(callback), endOf(statement), `)${closing}`);
      }
    },
  };
}
