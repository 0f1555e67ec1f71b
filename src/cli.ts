#!/usr/bin/env node
import yargs, { type ArgumentsCamelCase, type InferredOptionTypes } from 'yargs';
import { CLI_OPTIONS } from './cli-options.js';
import type { Streams } from './commands/streams.js';
import { UsageError } from './errors.js';
import { readVersion } from './package-folder.js';
import { proveCommand } from './prove/command.js';
import { painterFor } from './report/colour.js';
import { suggest } from './suggest.js';

export type CliArguments = ArgumentsCamelCase<InferredOptionTypes<typeof CLI_OPTIONS>> & {
  readonly paths: readonly string[];
};

const USAGE_EXIT_CODE = 2;

function openStreams(color: boolean | undefined): Streams {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    paintOut: painterFor(process.stdout, color, process.env),
    paintErr: painterFor(process.stderr, color, process.env),
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
  };
}

/** A reader that closes the pipe (`| head`) has read enough: that is no error. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

async function runDefaultCommand(typed: CliArguments): Promise<number> {
  const streams = openStreams(typed.color);
  if (typed.list) {
    const { listTransforms } = await import('./commands/list.js');
    streams.out(listTransforms());
    return 0;
  }
  if (typed.explain !== undefined) {
    const { explainTransform } = await import('./commands/explain.js');
    streams.out(explainTransform(typed.explain));
    return 0;
  }
  if (typed.undo) {
    const { undo } = await import('./commands/undo.js');
    return undo(streams);
  }
  const { configureArguments, formatConfiguration } = await import('./commands/configured-arguments.js');
  const { args, source } = await configureArguments(typed);
  if (args.printConfig) {
    streams.err(source === undefined ? 'no configuration file\n' : `configured by ${source}\n`);
    streams.out(formatConfiguration(args));
    return 0;
  }
  if (args.stdinFilepath !== undefined) {
    const { rewriteStdin } = await import('./commands/rewrite-stdin.js');
    return rewriteStdin(args, args.stdinFilepath, streams);
  }
  const { rewrite } = await import('./commands/rewrite.js');
  return rewrite(args, streams);
}

/** yargs has several lines for some mistakes; we have one. */
function toUsageError(message: string): UsageError {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  if (unknown !== undefined)
    return new UsageError(`unknown option '--${unknown}'`, suggest(unknown, Object.keys(CLI_OPTIONS)));
  return new UsageError(message.trim().replaceAll(/\s*\n\s*/g, ' '), 'see leakfix --help');
}

function report(error: unknown, debug: boolean): void {
  const { message, stack } = error as Error;
  const hint = error instanceof UsageError && error.hint !== undefined ? `: ${error.hint}` : '';
  const isExpected = error instanceof UsageError;
  process.stderr.write(`leakfix: ${message}${hint}\n`);
  if (debug) process.stderr.write(`${stack ?? ''}\n`);
  else if (!isExpected) process.stderr.write('  this is a fault of leakfix: --debug prints the stack\n');
}

/** `--check` alone takes no value: without this, yargs would take the path behind it. */
function completeCheck(argument: string): string {
  return argument === '--check' ? '--check=all' : argument;
}

async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const parser = yargs(argv.map(completeCheck))
    .scriptName('leakfix')
    .usage(
      '$0 [options] <paths..>\n\nRewrites Node.js and Lambda code whose work outlives the call that started it.',
    )
    .command(
      '$0 [paths..]',
      false,
      (builder) =>
        builder
          .positional('paths', { type: 'string', array: true, default: [] as string[] })
          .options(CLI_OPTIONS),
      async (args) => {
        const paths = [...args.paths, ...args._.map(String)];
        exitCode = await runDefaultCommand({ ...args, paths });
      },
    )
    .command(proveCommand)
    .example('$0 --dry ./src', 'show the diff')
    .example('$0 --dry src | git apply', 'take the diff')
    .parserConfiguration({ 'greedy-arrays': false, 'populate--': false })
    .strict()
    .version(readVersion())
    .help()
    .alias('help', 'h')
    .wrap(Math.min(110, process.stdout.columns || 110))
    .exitProcess(false)
    .fail((message: string | undefined, error: Error | undefined) => {
      throw message === undefined && error ? error : toUsageError(message ?? 'wrong arguments');
    });
  try {
    await parser.parseAsync();
    return Number(process.exitCode ?? exitCode);
  } catch (error) {
    report(error, argv.includes('--debug'));
    return USAGE_EXIT_CODE;
  }
}

endQuietlyOnClosedPipe();
process.exitCode = await main(process.argv.slice(2));
