import { readFileSync } from 'node:fs';
import type { CliArguments } from '../cli.js';
import { UsageError } from '../errors.js';
import { sampleEvents } from '../prove/events.js';
import type { RunOptions } from '../run.js';

/** `--only a,b --only c` */
export function splitNames(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((name) => name.trim());
}

/** @throws UsageError when an event is not JSON. */
function readEvents({ event, eventType }: CliArguments): readonly unknown[] {
  return [...(event ?? []).map(readEvent), ...(eventType ? [sampleEvents[eventType]] : [])];
}

function readEvent(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new UsageError(`the event ${file} can not be read: ${(error as Error).message}`);
  }
}

/** The options of the API that the arguments stand for. */
export function toRunOptions(args: CliArguments, cwd: string): RunOptions {
  const only = splitNames(args.only);
  const skip = splitNames(args.skip);
  return {
    cwd,
    paths: args.paths,
    unsafe: args.unsafe,
    verify: args.verify,
    ...(args.promiseStyle && { promiseStyle: args.promiseStyle }),
    ...(args.resourceStyle && { resourceStyle: args.resourceStyle }),
    ...(args.platform && { platform: args.platform }),
    ...(args.allowApiChange !== undefined && { allowApiChange: args.allowApiChange }),
    fallback: args.fallback,
    handlers: args.handler ?? [],
    ignore: args.ignore ?? [],
    ...(args.prove && { proveWith: readEvents(args) }),
    ...(only && { only }),
    ...(skip && { skip }),
  };
}
