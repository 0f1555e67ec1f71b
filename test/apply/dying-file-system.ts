import * as nodeFileSystem from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { FileSystem } from '../../src/apply/file-system.js';

/** What happened on the disk: the call, and the path it was about. */
export interface DiskEvent {
  readonly call: string;
  readonly path: string;
}

/** What a test does at an event, before it takes place. Whatever it throws is the call's error. */
export type EventListener = (event: DiskEvent, index: number) => void | Promise<void>;

/** The real disk, with a listener before each call that changes something. Reading is not an event. */
export function watchedFileSystem(listen: EventListener): FileSystem {
  let count = 0;
  async function announce(call: string, path: string): Promise<void> {
    const index = count;
    count += 1;
    await listen({ call, path }, index);
  }
  return {
    ...nodeFileSystem,
    async open(path, flags, mode) {
      if (flags !== 'r') await announce('open', String(path));
      return watchedHandle(await nodeFileSystem.open(path, flags, mode), String(path), announce);
    },
    async rename(from, to) {
      await announce('rename', String(to));
      await nodeFileSystem.rename(from, to);
    },
    async unlink(path) {
      await announce('unlink', String(path));
      await nodeFileSystem.unlink(path);
    },
    async rmdir(path) {
      await announce('rmdir', String(path));
      await nodeFileSystem.rmdir(path);
    },
    mkdir: (async (path: string, options: { recursive: true; mode: number }) => {
      await announce('mkdir', path);
      return nodeFileSystem.mkdir(path, options);
    }) as FileSystem['mkdir'],
  };
}

type Announce = (call: string, path: string) => Promise<void>;

/** Writes in two halves, so that a death in between leaves a torn file. */
function watchedHandle(handle: FileHandle, path: string, announce: Announce): FileHandle {
  const writeFile = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  const chmod = handle.chmod.bind(handle);
  const chown = handle.chown.bind(handle);
  return Object.assign(handle, {
    async writeFile(data: string | Buffer) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      const half = Math.floor(bytes.length / 2);
      await announce('write', path);
      await writeFile(bytes.subarray(0, half));
      await announce('write', path);
      await writeFile(bytes.subarray(half));
    },
    async sync() {
      await announce('sync', path);
      await sync();
    },
    async chmod(mode: number) {
      await announce('chmod', path);
      await chmod(mode);
    },
    async chown(uid: number, gid: number) {
      await announce('chown', path);
      await chown(uid, gid);
    },
  });
}

/** The death of the process, as far as the disk can tell: nothing is changed any more. */
export class Killed extends Error {}

/** A disk on which nothing changes from the given event on, as if the process had been killed there. */
export function dyingFileSystem(lastEvent: number): FileSystem & { readonly isDead: () => boolean } {
  let isDead = false;
  const fileSystem = watchedFileSystem((_, index) => {
    isDead ||= index >= lastEvent;
    if (isDead) throw new Killed();
  });
  return { ...fileSystem, isDead: () => isDead };
}
