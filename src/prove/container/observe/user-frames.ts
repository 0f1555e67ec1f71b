import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Frame } from '../../observation.js';

/** Where leakfix itself is; its frames are no user's. */
const ownFolder = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const FRAME =
  /^\s+at (?:async )?(?:(?<name>.*?) \()?(?<place>(?:file:\/\/|\/|node:).*?):(?<line>\d+):(?<column>\d+)\)?$/;

/** The user's frames of a stack, the innermost first, and whether the innermost one outside Node.js is theirs. */
export function userFrames(stack: string): { frames: Frame[]; isInnermost: boolean } {
  const frames = framesOutsideNode(stack);
  const first = frames[0];
  return {
    frames: frames.filter(({ file }) => isUserFile(file)),
    isInnermost: first !== undefined && isUserFile(first.file),
  };
}

/** Where something that a library made comes from. */
export interface Origin {
  /** Folder of the library. */
  library: string;
  /** The user's line that led to it, as a key. */
  place: string;
  /** Whether the function that the user called made it itself, and no function further inside. */
  isCalledByUser: boolean;
}

/** @returns undefined for what no library made, or no line of the user led to */
export function originOfStack(stack: string): Origin | undefined {
  const frames = framesOutsideNode(stack);
  const library = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(frames[0]?.file ?? '')?.[0];
  const user = frames.findIndex(({ file }) => isUserFile(file));
  const frame = frames[user];
  if (library === undefined || frame === undefined) return undefined;
  return { library, place: `${frame.file}:${frame.line}:${frame.column}`, isCalledByUser: user === 1 };
}

function framesOutsideNode(stack: string): Frame[] {
  return stack
    .split('\n')
    .flatMap(parseFrame)
    .filter(({ file }) => !isOfNodeOrLeakfix(file));
}

/** Whether a file is the user's own, and no library's. */
export function isUserFile(file: string): boolean {
  return (
    path.isAbsolute(file) &&
    !isOfNodeOrLeakfix(file) &&
    !/[\\/](?:node_modules|leakfix-stand-ins-[^\\/]*)[\\/]/.test(file)
  );
}

function isOfNodeOrLeakfix(file: string): boolean {
  if (isBundledLibrary(file)) return false;
  return !path.isAbsolute(file) || file.startsWith(ownFolder + path.sep);
}

/** Node.js carries some libraries in itself, such as the one behind fetch. */
function isBundledLibrary(file: string): boolean {
  return file.startsWith('node:internal/deps/');
}

function parseFrame(text: string): Frame[] {
  const { name, place, line, column } = FRAME.exec(text)?.groups ?? {};
  if (place === undefined) return [];
  const file = place.startsWith('file://') ? fileURLToPath(place) : place;
  return [{ name: cleanName(name ?? ''), file, line: Number(line), column: Number(column) }];
}

/** `exports.handler [as call]` is called `handler`. */
function cleanName(name: string): string {
  const plain = name
    .replace(/^new /, '')
    .replace(/ \[as .*\]$/, '')
    .replace(/^(?:Object|exports|module\.exports)\./, '');
  return plain === '<anonymous>' ? '' : plain;
}
