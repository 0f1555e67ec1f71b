const MINIFIED_NAME = /[.-]min\.[cm]?[jt]sx?$/;
const GENERATED_MARKS = [/(?:^|[\s*/])@generated\b/, /\bcode generated\b[^\n]{0,500}\bdo not edit\b/i];

const LONG_TEXT = 10_000;
const LONG_AVERAGE_LINE = 500;

/** Whether the name says that a tool packed the file: `jquery.min.js`. */
export function hasMinifiedName(name: string): boolean {
  return MINIFIED_NAME.test(name);
}

/** Whether the lines are so long that a tool must have packed them. Nobody could review a diff of such a file. */
export function isMinified(text: string): boolean {
  if (text.length < LONG_TEXT) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > LONG_AVERAGE_LINE;
}

/** Whether the comments before the first statement say that the file is made by a tool and will be made again. */
export function hasGeneratedHeader(text: string): boolean {
  const header = text.slice(0, findEndOfComments(text));
  return GENERATED_MARKS.some((mark) => mark.test(header));
}

function findEndOfComments(text: string): number {
  let offset = text.startsWith('#!') ? endOfLine(text, 0) : 0;
  for (;;) {
    offset += /^\s*/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0;
    if (text.startsWith('//', offset)) offset = endOfLine(text, offset);
    else if (text.startsWith('/*', offset)) offset = endOfBlock(text, offset);
    else return offset;
  }
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function endOfBlock(text: string, from: number): number {
  const close = text.indexOf('*/', from + 2);
  return close === -1 ? text.length : close + 2;
}
