import * as nodeFileSystem from 'node:fs/promises';

/** The calls that this folder makes on the disk. Tests put one in their place that fails or dies at a given call. */
export type FileSystem = Pick<
  typeof nodeFileSystem,
  'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rmdir' | 'unlink'
>;

export const NODE_FILE_SYSTEM: FileSystem = nodeFileSystem;

/** The code of a system error (`ENOENT`), or undefined for any other value. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Removes a file that may be gone already. */
export async function removeIfThere(fileSystem: FileSystem, file: string): Promise<void> {
  try {
    await fileSystem.unlink(file);
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * Makes renames and removals in a folder last through a power failure. Windows has no such call for folders.
 */
export async function syncFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fileSystem.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
