import type { FileSystem } from './file-system.js';
import type { JournalFolder } from './journal-folder.js';

/** What the steps of one run share. */
export interface RunContext {
  readonly fileSystem: FileSystem;
  /** Absolute, without symbolic links. Nothing outside of it is written. */
  readonly root: string;
  readonly folder: JournalFolder;
  /** When it is aborted the group under way is finished, and no further one is begun. */
  readonly signal: AbortSignal | undefined;
}

/** How many files are open at once. */
export const FILES_AT_ONCE = 16;
