import type { CliArguments } from '../cli.js';
import type { RunOptions } from '../run.js';

/** `--only a,b --only c` */
function splitNames(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(',')).map((name) => name.trim());
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
    promiseStyle: args.promiseStyle,
    resourceStyle: args.resourceStyle,
    fallback: args.fallback,
    platform: args.platform,
    allowApiChange: args.allowApiChange,
    handlers: args.handler ?? [],
    ignore: args.ignore ?? [],
    ...(only && { only }),
    ...(skip && { skip }),
  };
}
