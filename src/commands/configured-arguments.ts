import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { CliArguments } from '../cli.js';
import type { Configuration } from '../configuration/configuration-schema.js';
import { type FoundConfiguration, readConfiguration } from '../configuration/read-configuration.js';
import { escapeGlob } from '../project/glob-pattern.js';
import { toSlashPath } from '../project/path-inside.js';
import { transforms } from '../../transforms/index.js';
import { splitNames } from './run-options.js';

/** The arguments with what the configuration file adds to them. */
export interface ConfiguredArguments {
  readonly args: CliArguments;
  /** Where the configuration comes from, relative to the working directory. */
  readonly source: string | undefined;
}

/**
 * Reads the configuration unless it is switched off. A flag wins over the file, and lists of files and handlers add up.
 *
 * @throws UsageError when the configuration can't be read or says what it can't say.
 */
export async function configureArguments(args: CliArguments): Promise<ConfiguredArguments> {
  if (args.config === false) return { args, source: undefined };
  const cwd = await realpath(process.cwd());
  const found = await readConfiguration({
    cwd,
    named: args.config,
    transforms: transforms.map(({ name }) => name),
  });
  if (!found) return { args, source: undefined };
  return { args: withConfiguration(args, found, cwd), source: relative(cwd, found.file) };
}

function withConfiguration(args: CliArguments, found: FoundConfiguration, cwd: string): CliArguments {
  const { only, skip, promiseStyle, resourceStyle, allowApiChange, platform } = found.content;
  const { handlers = [], ignore = [] } = found.content;
  return {
    ...args,
    only: args.only ?? only,
    skip: args.skip ?? skip,
    promiseStyle: args.promiseStyle ?? promiseStyle,
    resourceStyle: args.resourceStyle ?? resourceStyle,
    allowApiChange: args.allowApiChange ?? allowApiChange,
    platform: args.platform ?? platform,
    handler: [
      ...(args.handler ?? []),
      ...handlers.map((handler) => toSlashPath(cwd, resolve(found.folder, handler))),
    ],
    ignore: [...(args.ignore ?? []), ...ignore.map((glob) => rebase(glob, found.folder, cwd))],
  };
}

/** A glob as it is spelled in the configuration's folder, for the working directory. */
function rebase(glob: string, folder: string, cwd: string): string {
  const way = toSlashPath(cwd, folder);
  const isPath = glob.replace(/\/$/, '').includes('/');
  return isPath && way !== '' ? `${escapeGlob(way)}/${glob}` : glob;
}

/** `--print-config`: what the flags and the file come to, in the file's own form. */
export function formatConfiguration({
  only,
  skip,
  promiseStyle,
  resourceStyle,
  allowApiChange,
  platform,
  handler,
  ignore,
}: CliArguments): string {
  const configuration: Configuration = {
    only: splitNames(only),
    skip: splitNames(skip),
    promiseStyle,
    resourceStyle,
    allowApiChange,
    platform,
    handlers: handler,
    ignore,
  };
  return `${JSON.stringify(configuration, undefined, 2)}\n`;
}
