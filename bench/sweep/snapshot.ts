import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { SweepCounts, SweepResult } from './sweep-result.js';

function toText(counts: SweepCounts): string {
  return `${JSON.stringify(counts, undefined, 2)}\n`;
}

/** Where the counts of a folder are stored: by the folder's name alone, so that they are the same on every machine. */
function snapshotFile(snapshots: string, folder: string): string {
  return join(snapshots, `${basename(folder)}.json`);
}

export function hasSnapshot(snapshots: string, folder: string): boolean {
  return existsSync(snapshotFile(snapshots, folder));
}

/**
 * A readable diff between the stored counts and these; undefined when they are equal.
 *
 * @throws Error when none are stored.
 */
export function diffFromSnapshot(snapshots: string, { folder, counts }: SweepResult): string | undefined {
  const file = snapshotFile(snapshots, folder);
  const stored = readFileSync(file, 'utf8');
  const name = basename(folder);
  return stored === toText(counts)
    ? undefined
    : createTwoFilesPatch(`${name} (stored)`, `${name} (now)`, stored, toText(counts));
}

export function storeSnapshot(snapshots: string, { folder, counts }: SweepResult): void {
  const file = snapshotFile(snapshots, folder);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, toText(counts));
}
