import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';

import { UsageError } from '../errors.js';
import { painterFor, type Paint } from '../report/colour.js';
import { eventTypes, type EventType } from './events.js';
import { reportFormats, type ReportFormat } from './report/report-formats.js';
import { runtimeNames, type RuntimeName } from './runtime-name.js';

interface ProveArguments {
  handler: string;
  event: string[] | undefined;
  'event-type': EventType | undefined;
  invocations: number | undefined;
  runtime: RuntimeName | undefined;
  node: string | undefined;
  freeze: boolean;
  pause: number | undefined;
  timeout: number;
  compare: string | undefined;
  'fd-limit': number | undefined;
  'allow-network': boolean;
  env: string[] | undefined;
  root: string | undefined;
  format: ReportFormat;
  'output-file': string | undefined;
  color: boolean | undefined;
}

/** Exit codes: proven; a leak or a difference; could not run. */
const EXIT = { proven: 0, notProven: 1, couldNotRun: 2 } as const;

/** `leakfix prove`. */
export const proveCommand: CommandModule<object, ProveArguments> = {
  command: 'prove <handler>',
  describe: 'run a handler in an emulated warm container, report what leaks',
  builder: defineOptions,
  handler: async (given) => {
    process.exitCode = await runProve(given);
  },
};

export default proveCommand;

function defineOptions(yargs: Argv): Argv<ProveArguments> {
  return yargs
    .positional('handler', {
      type: 'string',
      demandOption: true,
      describe: 'path[:export], or a function of serverless.yml or a SAM template',
    })
    .option('event', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'file with an event as JSON; repeatable',
    })
    .option('event-type', { choices: eventTypes, describe: 'use a built-in event of this trigger' })
    .option('invocations', {
      type: 'number',
      requiresArg: true,
      describe: 'how often to invoke it; 6 by default',
    })
    .option('runtime', {
      choices: runtimeNames,
      describe: 'runtime to emulate; by default that of the Node.js it runs on',
    })
    .option('node', { type: 'string', requiresArg: true, describe: 'Node.js binary to run the handler with' })
    .option('freeze', {
      type: 'boolean',
      default: false,
      describe: 'stop the process between invocations, as Lambda does',
    })
    .option('pause', { type: 'number', requiresArg: true, describe: 'milliseconds between invocations' })
    .option('timeout', {
      type: 'number',
      default: 3000,
      describe: 'time limit of one invocation in milliseconds',
    })
    .option('compare', {
      type: 'string',
      requiresArg: true,
      describe: 'version before, as path[:export]: same answers, no new leak',
    })
    .option('fd-limit', {
      type: 'number',
      requiresArg: true,
      describe: 'most open file descriptors, 1024 on Lambda',
    })
    .option('allow-network', {
      type: 'boolean',
      default: false,
      describe: 'let the handler reach other machines',
    })
    .option('env', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'NAME=value for the handler; repeatable',
    })
    .option('root', {
      type: 'string',
      requiresArg: true,
      describe: 'working folder; by default that of the nearest package.json',
    })
    .option('format', { choices: reportFormats, default: 'pretty' as const, describe: 'of the report' })
    .option('output-file', { type: 'string', requiresArg: true, describe: 'write the report there' })
    .option('color', { type: 'boolean', describe: 'colour the report' })
    .check((given) => {
      checkNumbers(given);
      return true;
    });
}

/** The smallest value of each option that is a number. */
const LEAST = { invocations: 1, pause: 0, timeout: 1, 'fd-limit': 1 } as const;

function checkNumbers(given: Partial<Record<keyof typeof LEAST, number | undefined>>): void {
  for (const name of ['invocations', 'pause', 'timeout', 'fd-limit'] as const) {
    const value = given[name];
    if (value !== undefined && !(value >= LEAST[name]))
      throw new UsageError(`--${name} wants a number from ${LEAST[name]} on`);
  }
}

async function runProve(given: ArgumentsCamelCase<ProveArguments>): Promise<number> {
  const { proveToReport } = await import('./prove-to-report.js');
  try {
    const proving = proveToReport({
      handler: given.handler,
      before: given.compare,
      events: (given.event ?? []).map(readEvent),
      eventType: given.eventType,
      environment: Object.fromEntries((given.env ?? []).map(parseVariable)),
      root: given.root,
      invocations: given.invocations,
      runtime: given.runtime,
      node: given.node,
      mode: given.freeze ? 'freeze' : 'window',
      pauseMs: given.pause,
      timeoutMs: given.timeout,
      fdLimit: given.fdLimit,
      allowNetwork: given.allowNetwork,
    });
    const [report, { formatReport }] = await Promise.all([proving, import('./report/format-report.js')]);
    const paint =
      given.outputFile === undefined ? painterFor(process.stdout, given.color, process.env) : plain;
    const text = formatReport(report, given.format, paint);
    if (given.outputFile === undefined) process.stdout.write(text);
    else writeFileSync(given.outputFile, text);
    return report.isProven ? EXIT.proven : EXIT.notProven;
  } catch (error) {
    process.stderr.write(`leakfix prove: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.couldNotRun;
  }
}

/** A file is read by anything, so it gets no colour. */
const plain: Paint = (_style, text) => text;

function readEvent(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`can't read the event ${path.relative('.', file)}: ${String(error)}`, { cause: error });
  }
}

function parseVariable(text: string): [string, string] {
  const end = text.indexOf('=');
  if (end < 1) throw new Error(`--env wants NAME=value, not ${text}`);
  return [text.slice(0, end), text.slice(end + 1)];
}
