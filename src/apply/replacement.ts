import type { FileSystem } from './file-system.js';
import { removeIfThere } from './file-system.js';

/** What a file keeps when its content is replaced. */
export interface FileOwnership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** New content for a file, beside it in the same folder so that one rename puts it in place. */
export interface Replacement {
  readonly file: string;
  readonly temporary: string;
  readonly bytes: Buffer;
  readonly ownership: FileOwnership;
}

/**
 * Writes the temporary file so that it could replace the file at any moment: complete, on the disk, with its mode and
 * owner. `wx` refuses to follow a link or to open a file that is there.
 *
 * @throws the system's error; then no temporary file is left.
 */
export async function prepareReplacement(fileSystem: FileSystem, replacement: Replacement): Promise<void> {
  const { temporary, bytes, ownership } = replacement;
  const handle = await fileSystem.open(temporary, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      const { uid, gid } = await handle.stat();
      if (uid !== ownership.uid || gid !== ownership.gid) await handle.chown(ownership.uid, ownership.gid);
      await handle.chmod(ownership.mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await removeIfThere(fileSystem, temporary);
    throw error;
  }
}

/** Puts prepared content in place: a reader sees the old file or the new one, never a part. */
export async function commitReplacement(fileSystem: FileSystem, replacement: Replacement): Promise<void> {
  await fileSystem.rename(replacement.temporary, replacement.file);
}

/** Replaces a file in one go. A temporary file that a dead run left under this name is removed first. */
export async function replaceFile(fileSystem: FileSystem, replacement: Replacement): Promise<void> {
  await removeIfThere(fileSystem, replacement.temporary);
  await prepareReplacement(fileSystem, replacement);
  await commitReplacement(fileSystem, replacement);
}
