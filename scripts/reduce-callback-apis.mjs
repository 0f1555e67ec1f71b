#!/usr/bin/env node
// Reduces the introspected table of callback APIs to src/knowledge/node-callbacks.ts.
// Usage: node scripts/reduce-callback-apis.mjs <callback-apis.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const MODULES = ['fs', 'dns', 'zlib', 'crypto', 'child_process'];
/** `fs.promises` has these names too, but with other arguments or another result. */
const NATIVE_DIFFERS = new Set(['open', 'realpath', 'realpath.native', 'opendir', 'glob']);
/** Results that only some overloads have, and the types' callback doesn't name first. */
const RESULTS = { mkdir: ['path'] };

function isConvertible(row) {
  return (
    MODULES.includes(row.module) &&
    row.kind === 'function' &&
    row.errorFirst &&
    row.callbackIndex === 'last' &&
    row.action !== 'refuse'
  );
}

function resultsOf({ export: name, promisify, callbackArgs }) {
  if (RESULTS[name]) return RESULTS[name];
  if (promisify.custom) return callbackArgs.slice(1);
  return promisify.customArgs ?? callbackArgs.slice(1);
}

function entryOf(row) {
  const native = row.action === 'native' && !NATIVE_DIFFERS.has(row.export);
  return { results: resultsOf(row), ...(native && { native: true }) };
}

const { rows } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const table = Object.fromEntries(
  MODULES.map((module) => [
    module,
    Object.fromEntries(
      rows
        .filter((row) => row.module === module && isConvertible(row))
        .map((row) => [row.export, entryOf(row)]),
    ),
  ]),
);

const text = `// Made by scripts/reduce-callback-apis.mjs from an introspection of @types/node 18 to 26 and runs on Node 18 to 26.

/** A function of a core module whose last argument is an error-first callback. */
export interface NodeCallbackApi {
  /** What \`util.promisify\` resolves to: nothing, the one value, or an object with these properties. */
  readonly results: readonly string[];
  /** The module's own promise API has a function of this name with the same arguments and result. */
  readonly native?: boolean;
}

/** By module and export. */
export const NODE_CALLBACKS: Readonly<Record<string, Readonly<Record<string, NodeCallbackApi>>>> = ${JSON.stringify(table)};
`;
const file = new URL('../src/knowledge/node-callbacks.ts', import.meta.url);
writeFileSync(file, await format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 }));
