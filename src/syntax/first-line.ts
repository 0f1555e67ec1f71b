/** The beginning of some code, short enough for a message. */
export function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
