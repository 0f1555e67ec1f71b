import { readFileSync } from 'node:fs';
import { createTypeEngine } from '../../src/types/ts-engine.js';
import { codeFilesIn } from './code-files.js';

const [root = ''] = process.argv.slice(2);
const files = new Map(codeFilesIn(root).map((file) => [file, readFileSync(file, 'utf8')]));
const engine = createTypeEngine({ root, files });
const found = engine.thenableStatements([...files.keys()]);
process.stdout.write(`${found.length} statements in ${files.size} files\n`);
