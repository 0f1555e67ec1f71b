import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Ending, Fault, Place } from './fault.js';

/** A tool that rewrites files in place. */
export interface Tool {
  readonly name: string;
  /** The command with its arguments, run in the project. */
  readonly command: (targets: readonly string[]) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const NOBODY = 65_534;
const FOUR_KILOBYTES = '4';
const TIME_LIMIT_MS = 180_000;

/** The system calls by which a file gets new content, for strace. */
const WRITE_CALLS = 'write,pwrite64,writev,rename,renameat,renameat2';

/** Rights mean nothing to root, so root lets somebody else do the work. */
function findRunner(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
}

/** Makes the project of a fault, committed and owned by whoever runs the tool. */
export async function setUp(fault: Pick<Fault, 'contents' | 'spoil'>): Promise<Place> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'fault-')));
  const place = { project: join(base, 'project'), outside: join(base, 'outside') };
  await mkdir(place.project);
  await mkdir(place.outside);
  for (const [name, content] of Object.entries(fault.contents)) {
    const file = join(place.project, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await fault.spoil?.(place);
  git(place, 'init', '-q');
  git(place, 'add', '--all');
  git(place, 'commit', '-q', '-m', 'before');
  const runner = findRunner();
  if (runner) execFileSync('chown', ['-Rh', `${runner.uid}:${runner.gid}`, base]);
  return place;
}

export async function tearDown({ project }: Place): Promise<void> {
  await rm(dirname(project), { recursive: true, force: true });
}

function git({ project }: Place, ...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Fault',
    '-c',
    'user.email=fault@example.com',
    '-c',
    'core.autocrlf=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: project, stdio: 'ignore' });
}

/** Runs a tool once, under the conditions that the fault asks for. */
export function runTool(tool: Tool, fault: Fault, place: Place): Promise<Ending> {
  const command = tool.command(fault.targets ?? ['src']);
  return run(wrap(command, fault, place), tool, place);
}

/** @param killAfter milliseconds until the process and all its children are killed. */
export function run(
  command: readonly string[],
  tool: Pick<Tool, 'environment'>,
  place: Place,
  killAfter = TIME_LIMIT_MS,
): Promise<Ending> {
  const { kill, ending } = start(command, tool, place);
  const timer = setTimeout(kill, killAfter);
  return ending.finally(() => {
    clearTimeout(timer);
  });
}

/** A process under way. */
export interface Started {
  /** Kills it and all its children. */
  readonly kill: () => void;
  readonly ending: Promise<Ending>;
}

export function start(
  [program = '', ...args]: readonly string[],
  tool: Pick<Tool, 'environment'>,
  place: Place,
): Started {
  const started = performance.now();
  const child = spawn(program, args, {
    ...findRunner(),
    cwd: place.project,
    env: { PATH: process.env['PATH'] ?? '', HOME: dirname(place.project), ...tool.environment },
    stdio: 'ignore',
    detached: true,
  });
  const ending = new Promise<Ending>((fulfil, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      fulfil({ exitCode, signal, seconds: (performance.now() - started) / 1000 });
    });
  });
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  return { kill, ending };
}

function wrap(command: readonly string[], { launch }: Fault, { project }: Place): readonly string[] {
  if (launch === 'with a small file size limit') {
    return ['bash', '-c', `ulimit -f ${FOUR_KILOBYTES}; exec "$@"`, 'bash', ...command];
  }
  if (launch === 'dies at its first write') {
    const file = join(project, 'src/a.js');
    const kill = `inject=${WRITE_CALLS}:signal=KILL:when=1`;
    return ['strace', '-f', '-qq', '-o', '/dev/null', '-P', file, '-e', kill, ...command];
  }
  return command;
}
