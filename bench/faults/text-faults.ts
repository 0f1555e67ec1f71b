import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Complaint,
  type Ending,
  type Fault,
  firstOf,
  leakyCode,
  type Place,
  readText,
} from './fault.js';

const CODE = leakyCode();

function readBytes({ project }: Place, name: string): Promise<Buffer> {
  return readFile(join(project, name));
}

/** Every kind of line end that there is, in the order of the lines. */
function lineEndsOf(text: string): string {
  return (text.match(/\r\n|\n|\r/g) ?? []).join('|');
}

/** The same text with its line ends swapped, so that neither kind is the rule. */
function mixLineEnds(text: string): string {
  return text
    .split('\n')
    .map((line, index, lines) => (index % 2 === 0 && index < lines.length - 1 ? `${line}\r` : line))
    .join('\n');
}

const UTF16 = Buffer.from(`\uFEFF${CODE}`, 'utf16le');
const BINARY = Buffer.from(`\0\x01\x02${CODE}`);
const NUL = Buffer.from(CODE.replace('  save', '\0  save'));

/** Bytes that a rewrite must carry over as they are. */
export const TEXT_FAULTS: readonly Fault[] = [
  {
    row: 8,
    title: 'BOM kept',
    contents: { 'src/a.js': `\uFEFF${CODE}` },
    judge: async (place: Place): Promise<Complaint> => {
      const text = await readText(place, 'src/a.js');
      return firstOf({ 'BOM lost': !text.startsWith('\uFEFF'), 'not done': text === `\uFEFF${CODE}` });
    },
  },
  {
    row: 9,
    title: 'CRLF kept',
    contents: { 'src/a.js': leakyCode('\r\n') },
    judge: async (place: Place): Promise<Complaint> => {
      const text = await readText(place, 'src/a.js');
      return firstOf({ 'CRLF lost': /[^\r]\n/.test(text), 'not done': text === leakyCode('\r\n') });
    },
  },
  {
    row: 10,
    title: 'mixed line ends kept',
    contents: { 'src/a.js': mixLineEnds(CODE) },
    judge: async (place: Place): Promise<Complaint> => {
      const text = await readText(place, 'src/a.js');
      return firstOf({
        'line ends changed': lineEndsOf(text) !== lineEndsOf(mixLineEnds(CODE)),
        'not done': text === mixLineEnds(CODE),
      });
    },
  },
  {
    row: 11,
    title: 'no final newline kept',
    contents: { 'src/a.js': CODE.trimEnd() },
    judge: async (place: Place): Promise<Complaint> => {
      const text = await readText(place, 'src/a.js');
      return firstOf({ 'newline added': text.endsWith('\n'), 'not done': text === CODE.trimEnd() });
    },
  },
  {
    row: 12,
    title: 'Latin-1 bytes',
    contents: { 'src/a.js': Buffer.from(`// caf\xE9\n${CODE}`, 'latin1'), 'src/b.js': CODE },
    judge: async (place: Place, { exitCode }: Ending): Promise<Complaint> => {
      const bytes = await readBytes(place, 'src/a.js');
      const isUntouched = bytes.equals(Buffer.from(`// caf\xE9\n${CODE}`, 'latin1'));
      return firstOf({
        corrupted: !bytes.includes(0xe9),
        'left alone without a word, exit 0': isUntouched && exitCode === 0,
        'other file not done': (await readText(place, 'src/b.js')) === CODE,
      });
    },
  },
  {
    row: 13,
    title: 'UTF-16, binary, NUL',
    contents: { 'src/utf16.js': UTF16, 'src/binary.js': BINARY, 'src/nul.js': NUL, 'src/a.js': CODE },
    judge: async (place: Place): Promise<Complaint> => {
      return firstOf({
        'UTF-16 changed': !(await readBytes(place, 'src/utf16.js')).equals(UTF16),
        'binary changed': !(await readBytes(place, 'src/binary.js')).equals(BINARY),
        'file with NUL changed': !(await readBytes(place, 'src/nul.js')).equals(NUL),
        'other file not done': (await readText(place, 'src/a.js')) === CODE,
      });
    },
  },
];
