declare function log(line: string): Promise<void>;

function split(line: string): string[] {
  log(line);
  return line.split(' ');
}

export async function words(lines: string[]): Promise<string[]> {
  return lines.flatMap((line) => split(line)).filter((word) => word !== '');
}
