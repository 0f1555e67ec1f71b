import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { installDependencies, linkDependencies } from './restore-awaits/install.js';
import { compare } from './restore-awaits/compare.js';
import { seededRandom, type StrippedFile, stripAwaits } from './restore-awaits/strip-awaits.js';
import { installPeers, leakfix, type Tool } from './restore-awaits/tools.js';

const USAGE = `npm run restore-awaits -- [options] <repository> [paths..]

Strips the await of a random share of the awaited call statements of a repository, lets each tool mend a copy, and
compares the result with the original.

  --seed <n>    of the random choice (2)
  --share <n>   of the statements that lose their await (0.3333)
  --no-peers    leakfix only
  --no-install  without the packages that the repository depends on, so that their types are not known
  --show        print what was not restored, and every other difference
`;

interface Result {
  readonly tool: string;
  readonly stripped: number;
  readonly restored: number;
  readonly missedLines: readonly string[];
  readonly otherDifferences: readonly string[];
  readonly filesWithOtherDifferences: number;
  readonly seconds: number;
}

function trackedFiles(repository: string, paths: readonly string[]): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...paths], {
    cwd: repository,
    maxBuffer: 1 << 28,
  });
  return listed.toString().split('\0').filter(Boolean);
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

/** The files that lose an await, by path. The choice depends on nothing but the seed and the texts. */
function stripRepository(
  repository: string,
  files: readonly string[],
  share: number,
  seed: number,
): ReadonlyMap<string, StrippedFile> {
  const random = seededRandom(seed);
  return new Map(
    files.filter(isCode).flatMap((file): [string, StrippedFile][] => {
      const text = readFileSync(join(repository, file), 'utf8');
      const stripped = stripAwaits(resolve(repository, file), text, share, random);
      return stripped ? [[file, stripped]] : [];
    }),
  );
}

interface Task {
  readonly repository: string;
  /** All files of the repository, relative to it. */
  readonly all: readonly string[];
  /** What the tools are told to look at. */
  readonly paths: readonly string[];
  readonly stripped: ReadonlyMap<string, StrippedFile>;
  /** Where the repository's dependencies are installed. */
  readonly installed: string | undefined;
}

async function measure(tool: Tool, task: Task): Promise<Result> {
  const { repository, all, paths, stripped, installed } = task;
  const folder = mkdtempSync(join(tmpdir(), 'restore-awaits-'));
  try {
    for (const file of all) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(repository, file), join(folder, file));
    }
    for (const [file, { stripped: text }] of stripped) writeFileSync(join(folder, file), text);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    if (installed !== undefined) linkDependencies(installed, folder);
    const startedAt = performance.now();
    await tool.run(folder, paths);
    const seconds = (performance.now() - startedAt) / 1000;
    return { tool: tool.name, seconds, ...judge(repository, folder, all, stripped) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judge(
  repository: string,
  folder: string,
  all: readonly string[],
  stripped: ReadonlyMap<string, StrippedFile>,
): Omit<Result, 'tool' | 'seconds'> {
  const missedLines: string[] = [];
  const otherDifferences: string[] = [];
  const filesWithOtherDifferences = new Set<string>();
  let restored = 0;
  let total = 0;
  for (const file of all.filter(isCode)) {
    const result = readFileSync(join(folder, file), 'utf8');
    const original = readFileSync(join(repository, file), 'utf8');
    const given = stripped.get(file) ?? { original, stripped: original, lines: [] };
    if (result === original && given.lines.length === 0) continue;
    const comparison = compare(given, result);
    total += comparison.stripped;
    restored += comparison.restored;
    missedLines.push(...comparison.missedLines.map((line) => `${file}:${line + 1}`));
    otherDifferences.push(...comparison.otherDifferences.map((line) => `${file}: ${line.trim()}`));
    if (comparison.otherDifferences.length > 0) filesWithOtherDifferences.add(file);
  }
  return {
    stripped: total,
    restored,
    missedLines,
    otherDifferences,
    filesWithOtherDifferences: filesWithOtherDifferences.size,
  };
}

function formatTable(results: readonly Result[]): string {
  const rows = results.map(({ tool, stripped, restored, filesWithOtherDifferences, seconds }) => {
    const share = stripped === 0 ? '-' : `${((restored / stripped) * 100).toFixed(2)} %`;
    return `| ${tool} | ${restored} of ${stripped} | ${share} | ${filesWithOtherDifferences} | ${seconds.toFixed(1)} |`;
  });
  return [
    '| tool | restored | share | files with other differences | seconds |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    seed: { type: 'string', default: '2' },
    share: { type: 'string', default: '0.3333' },
    peers: { type: 'boolean', default: true },
    install: { type: 'boolean', default: true },
    show: { type: 'boolean', default: false },
  },
});
const [repository, ...paths] = positionals;
if (repository === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const folder = resolve(repository);
  const all = trackedFiles(folder, ['.']);
  const chosen = trackedFiles(folder, paths.length > 0 ? paths : ['.']);
  const stripped = stripRepository(folder, chosen, Number(values.share), Number(values.seed));
  const workFolder = mkdtempSync(join(tmpdir(), 'restore-awaits-work-'));
  const installed = values.install ? join(workFolder, 'dependencies') : undefined;
  if (installed !== undefined) await installDependencies(folder, all, installed);
  const tools = [leakfix, ...(values.peers ? await installPeers(join(workFolder, 'peers')) : [])];
  const task = { repository: folder, all, paths: paths.length > 0 ? paths : ['.'], stripped, installed };
  const results: Result[] = [];
  for (const tool of tools) {
    process.stderr.write(`${tool.name}\n`);
    results.push(await measure(tool, task));
  }
  rmSync(workFolder, { recursive: true });
  process.stdout.write(`${formatTable(results)}\n`);
  if (values.show) {
    for (const { tool, missedLines, otherDifferences } of results)
      process.stdout.write(
        `\n${tool}\nnot restored:\n${missedLines.join('\n')}\nother differences:\n${otherDifferences.join('\n')}\n`,
      );
  }
}
