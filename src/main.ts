import { readFile, writeFile } from 'node:fs/promises';
import yargs, { type InferredOptionTypes } from 'yargs';
import { CLI_OPTIONS } from './cli-options.js';
import { UsageError } from './errors.js';
import { type Terminal, openTerminal } from './report/terminal.js';
import { exitCodeOf } from './exit-code.js';
import { readVersion } from './version.js';

type CliArguments = InferredOptionTypes<typeof CLI_OPTIONS> & { readonly paths: readonly string[] };
