import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;

interface Stream {
  readonly isTTY?: boolean;
}

/**
 * Decides per stream: `--color`/`--no-color`, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal.
 *
 * @param choice the flag, undefined when not given.
 */
export function painterFor(
  stream: Stream,
  choice: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  return hasColour(stream, choice, env)
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_, text) => text;
}

function hasColour(
  stream: Stream,
  choice: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (choice !== undefined) return choice;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true;
}
