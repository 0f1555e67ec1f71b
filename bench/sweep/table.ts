import { basename } from 'node:path';
import type { SweepResult } from './sweep-result.js';

function sumWhere({ counts }: SweepResult, isCounted: (key: string) => boolean): number {
  return Object.entries(counts.findings)
    .filter(([key]) => isCounted(key))
    .reduce((sum, [, count]) => sum + count, 0);
}

const COLUMNS: readonly (readonly [string, (result: SweepResult) => string | number])[] = [
  ['folder', ({ folder }) => basename(folder)],
  ['files', ({ counts }) => counts.files],
  ['handlers', ({ counts }) => counts.handlers],
  ['converted', (result) => sumWhere(result, (key) => key.startsWith('lambda-callback-to-async fixed'))],
  ['fixed', (result) => sumWhere(result, (key) => / fixed\b/.test(key))],
  ['withheld', (result) => sumWhere(result, (key) => / withheld\b/.test(key))],
  ['refused', (result) => sumWhere(result, (key) => / refused\b/.test(key))],
  ['reverted', (result) => sumWhere(result, (key) => / reverted\b/.test(key))],
  ['unreadable', ({ counts }) => counts.errors],
  ['seconds', ({ seconds }) => seconds.toFixed(1)],
  ['MB', ({ megabytes }) => megabytes],
  ['violations', ({ violations }) => violations.length],
];

function toRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** The head of a Markdown table with one folder a row. */
export function formatHead(): string {
  return toRow(COLUMNS.map(([title]) => title)) + toRow(COLUMNS.map(() => '---'));
}

export function formatRow(result: SweepResult): string {
  return toRow(COLUMNS.map(([, cell]) => cell(result)));
}

const STATUSES = ['fixed', 'withheld', 'refused', 'reverted', 'ignored'];

/** A Markdown table over all folders, one transform a row. */
export function formatTransforms(results: readonly SweepResult[]): string {
  const keys = results.flatMap(({ counts }) => Object.keys(counts.findings));
  const names = [...new Set(keys.map((key) => key.split(' ', 1).join()))].sort();
  const sum = (start: string): number =>
    results.reduce((total, result) => total + sumWhere(result, (key) => key.startsWith(start)), 0);
  const rows = names.map((name) => toRow([name, ...STATUSES.map((status) => sum(`${name} ${status}`))]));
  return toRow(['transform', ...STATUSES]) + toRow(['---', ...STATUSES.map(() => '---')]) + rows.join('');
}

/** What became of the findings, over all folders, the most frequent first. */
export function formatFindings(results: readonly SweepResult[]): string {
  const totals = new Map<string, number>();
  for (const { counts } of results)
    for (const [key, count] of Object.entries(counts.findings))
      totals.set(key, (totals.get(key) ?? 0) + count);
  const rows = [...totals].sort((a, b) => b[1] - a[1]).map(([key, count]) => toRow([count, key]));
  return toRow(['count', 'finding']) + toRow(['---', '---']) + rows.join('');
}
