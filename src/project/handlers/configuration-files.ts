import { basename, dirname, join } from 'node:path';
import { globbySync } from 'globby';
import { readSmallFile } from '../small-file.js';
import { readTemplate } from './cloudformation-template.js';
import { type FunctionConfiguration, NO_FUNCTIONS } from './configured-handler.js';
import { isServerlessConfiguration, readServerlessConfiguration } from './serverless-configuration.js';
import { isServerlessProgram, readServerlessProgram } from './serverless-program.js';

const PATTERNS = ['**/*.{yml,yaml,json,template}', '**/serverless.{ts,js,cjs,mjs}'];
const IGNORED = ['**/node_modules/**', '**/bower_components/**', '**/cdk.out/**', '**/package-lock.json'];

/** @returns undefined for a file that is too big, can't be read, or has gone. CloudFormation takes up to 1 MB. */
function readIfSmall(file: string): string | undefined {
  try {
    return readSmallFile(file);
  } catch {
    return undefined;
  }
}

function readConfiguration(file: string): FunctionConfiguration {
  const text = readIfSmall(file);
  if (text === undefined) return NO_FUNCTIONS;
  const fileName = basename(file);
  if (isServerlessProgram(fileName)) return readServerlessProgram(file, text);
  if (isServerlessConfiguration(fileName)) return readServerlessConfiguration(file, text);
  return readTemplate(file, text);
}

/** An Azure function's folder: a `function.json` with bindings beside the code. */
function findAzureFolder(file: string): string | undefined {
  if (basename(file) !== 'function.json') return undefined;
  return readIfSmall(file)?.includes('"bindings"') === true ? dirname(file) : undefined;
}

/** Finds the configuration files under the folder and reads the functions they name, in the order of their paths. */
export function readFunctionConfigurations(root: string): readonly FunctionConfiguration[] {
  const files = globbySync(PATTERNS, {
    cwd: root,
    ignore: IGNORED,
    suppressErrors: true,
    followSymbolicLinks: false,
  })
    .map((path) => join(root, path))
    .sort();
  return files.map((file) => {
    const foreignFolder = findAzureFolder(file);
    return foreignFolder === undefined ? readConfiguration(file) : { ...NO_FUNCTIONS, foreignFolder };
  });
}
