declare function log(line: string): Promise<void>;

function measure(line: string): number {
  log(line);
  return line.length;
}

export function lengths(lines?: string[]): number[] | undefined {
  return lines?.map((line) => measure(line));
}
