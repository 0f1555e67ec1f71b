import { chmod, link, lstat, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Complaint,
  type Ending,
  type Fault,
  firstOf,
  leakyCode,
  type Place,
  readText,
} from './fault.js';

const CODE = leakyCode();
const LONG_AGO = 1_000_000_000;

async function isOutsideChanged({ outside }: Place): Promise<boolean> {
  return (await readFile(join(outside, 'victim.js'), 'utf8')) !== CODE;
}

async function isChanged(place: Place, name: string): Promise<boolean> {
  return (await readText(place, name)) !== CODE;
}

/** Links, and what else makes a name more than the name of one file. */
export const LINK_FAULTS: readonly Fault[] = [
  {
    row: 1,
    title: 'symlinked file in the tree, target outside',
    contents: { 'src/a.js': CODE },
    spoil: async ({ project, outside }: Place): Promise<void> => {
      await writeFile(join(outside, 'victim.js'), CODE);
      await symlink(join(outside, 'victim.js'), join(project, 'src/link.js'));
    },
    judge: async (place: Place): Promise<Complaint> => {
      return firstOf({
        'target changed': await isOutsideChanged(place),
        'link replaced': !(await lstat(join(place.project, 'src/link.js'))).isSymbolicLink(),
        'other file not done': !(await isChanged(place, 'src/a.js')),
      });
    },
  },
  {
    row: 2,
    title: 'symlink given as argument',
    contents: { 'src/a.js': CODE },
    targets: ['src/link.js'],
    spoil: async ({ project, outside }: Place): Promise<void> => {
      await writeFile(join(outside, 'victim.js'), CODE);
      await symlink(join(outside, 'victim.js'), join(project, 'src/link.js'));
    },
    judge: async (place: Place, { exitCode }: Ending): Promise<Complaint> => {
      return firstOf({
        'target changed': await isOutsideChanged(place),
        'link replaced': !(await lstat(join(place.project, 'src/link.js'))).isSymbolicLink(),
        'nothing done, exit 0': exitCode === 0,
      });
    },
  },
  {
    row: 3,
    title: 'symlinked folder to outside',
    contents: { 'src/a.js': CODE },
    spoil: async ({ project, outside }: Place): Promise<void> => {
      await writeFile(join(outside, 'victim.js'), CODE);
      await symlink(outside, join(project, 'src/folder'));
    },
    judge: async (place: Place): Promise<Complaint> => {
      return firstOf({
        'target changed': await isOutsideChanged(place),
        'other file not done': !(await isChanged(place, 'src/a.js')),
      });
    },
  },
  {
    row: 4,
    title: 'symlink loop',
    contents: { 'src/a.js': CODE, 'src/deep/b.js': CODE },
    spoil: async ({ project }: Place): Promise<void> => {
      await symlink('..', join(project, 'src/deep/loop'));
    },
    judge: async (place: Place, { exitCode }: Ending): Promise<Complaint> => {
      return firstOf({
        'exit not 0': exitCode !== 0,
        'file not done': !(await isChanged(place, 'src/a.js')) || !(await isChanged(place, 'src/deep/b.js')),
      });
    },
  },
  {
    row: 5,
    title: 'mode 0755 and shebang',
    contents: { 'src/a.js': `#!/usr/bin/env node\n${CODE}` },
    spoil: async ({ project }: Place): Promise<void> => {
      await chmod(join(project, 'src/a.js'), 0o755);
    },
    judge: async (place: Place): Promise<Complaint> => {
      const text = await readText(place, 'src/a.js');
      const { mode } = await stat(join(place.project, 'src/a.js'));
      return firstOf({
        'mode lost': (mode & 0o777) !== 0o755,
        'shebang lost': !text.startsWith('#!/usr/bin/env node\n'),
        'not done': text === `#!/usr/bin/env node\n${CODE}`,
      });
    },
  },
  {
    row: 6,
    title: 'hard link',
    contents: { 'src/a.js': CODE },
    spoil: async ({ project }: Place): Promise<void> => {
      await mkdir(join(project, 'lib'));
      await link(join(project, 'src/a.js'), join(project, 'lib/second.js'));
    },
    judge: async (place: Place, { exitCode }: Ending): Promise<Complaint> => {
      const [first, second] = await Promise.all(
        ['src/a.js', 'lib/second.js'].map((name) => stat(join(place.project, name))),
      );
      return firstOf({
        'link broken': first?.ino !== second?.ino,
        'nothing done, exit 0': exitCode === 0 && !(await isChanged(place, 'src/a.js')),
      });
    },
  },
  {
    row: 7,
    title: 'read-only 0444, not root',
    contents: { 'src/a.js': CODE, 'src/b.js': CODE },
    spoil: async ({ project }: Place): Promise<void> => {
      await chmod(join(project, 'src/a.js'), 0o444);
    },
    judge: async (place: Place): Promise<Complaint> => {
      const { mode } = await stat(join(place.project, 'src/a.js'));
      return firstOf({
        overwritten: await isChanged(place, 'src/a.js'),
        'mode changed': (mode & 0o777) !== 0o444,
      });
    },
  },
  {
    row: 22,
    title: 'unchanged file keeps its mtime',
    contents: { 'src/a.js': CODE, 'src/clean.js': 'exports.answer = 42;\n' },
    spoil: async ({ project }: Place): Promise<void> => {
      await utimes(join(project, 'src/clean.js'), LONG_AGO, LONG_AGO);
    },
    judge: async (place: Place): Promise<Complaint> => {
      const { mtimeMs } = await stat(join(place.project, 'src/clean.js'));
      return firstOf({ 'mtime changed': mtimeMs !== LONG_AGO * 1000 });
    },
  },
];
