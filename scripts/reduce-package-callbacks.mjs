#!/usr/bin/env node
// Reduces the introspected table of callback APIs to src/knowledge/package-callbacks.ts.
// Usage: node scripts/reduce-package-callbacks.mjs <callback-apis.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

/** Clients of the AWS SDK are recognised without a table; the others are no packages, or have names of their own. */
const LEFT_OUT = /^(?:aws-|@aws-sdk|googleapis|passport|mocha|gulp|webpack|puppeteer|\*)/;
const ACTIONS = {
  promisify: 'promisify',
  native: 'promisify',
  'native-or-promisify': 'promisify',
  'omit-callback': 'omit',
  'already-promise': 'refuse',
  'promisify-first': 'refuse',
  refuse: 'refuse',
};

/** `Connection#query` → `query`, `(call)` → `()`. */
function nameOf({ export: path }) {
  return path === '(call)' ? '()' : path.split(/[#.]/).at(-1);
}

/** `>=1 <4`, `5.x-6.x`, `<=2`, `3.x (deprecated)`, `*` → inclusive majors. */
function majorsOf(range) {
  const numbers = [...range.matchAll(/(<=|>=|<)?\s*(\d+)(?:\.[\dx]+)*/g)];
  let [from, to] = [0, 999];
  const plain = numbers.filter(([, operator]) => !operator).map(([, , major]) => Number(major));
  if (plain.length > 0) [from, to] = [plain[0], plain.at(-1)];
  for (const [, operator, major] of numbers) {
    if (operator === '>=') from = Number(major);
    if (operator === '<=') to = Number(major);
    if (operator === '<') to = Number(major) - 1;
  }
  return { from, to };
}

const { rows } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const table = {};
for (const row of rows) {
  if (row.platform === 'node' || !/^[@\w]/.test(row.module) || LEFT_OUT.test(row.module)) continue;
  const action = ACTIONS[row.action];
  const name = nameOf(row);
  if (!action || !/^(?:\w+|\(\))$/.test(name)) continue;
  const entries = (table[row.module] ??= []);
  const { from, to } = majorsOf(row.versionRange ?? '*');
  let entry = entries.find((known) => known.from === from && known.to === to);
  if (!entry) entries.push((entry = { from, to }));
  const names = (entry[action] ??= []);
  if (!names.includes(name)) names.push(name);
}
for (const entry of Object.values(table).flat()) {
  for (const action of ['promisify', 'omit'])
    if (entry[action]) entry[action] = entry[action].filter((name) => !entry.refuse?.includes(name));
  for (const action of ['promisify', 'omit', 'refuse'])
    if (entry[action]) entry[action] = entry[action].join(' ');
}

const text = `// Made by scripts/reduce-package-callbacks.mjs from an introspection of the packages' types and runs of them.

/** The callback APIs of some majors of a package, by the names of functions and methods; \`()\` is the package itself. */
export interface PackageCallbacks {
  readonly from: number;
  /** Inclusive; 999 is all later ones. */
  readonly to: number;
  /** \`util.promisify\` gives the promise form. */
  readonly promisify?: string;
  /** The call without its callback returns the promise. */
  readonly omit?: string;
  /** There is no equal promise form: called more than once, no error, the callback isn't last, no callbacks any more. */
  readonly refuse?: string;
}

export const PACKAGE_CALLBACKS: Readonly<Record<string, readonly PackageCallbacks[]>> = ${JSON.stringify(table)};
`;
const file = new URL('../src/knowledge/package-callbacks.ts', import.meta.url);
writeFileSync(file, await format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 }));
