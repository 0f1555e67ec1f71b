declare function log(line: string): Promise<void>;

async function split(line: string): Promise<string[]> {
  await log(line);
  return line.split(' ');
}

export async function words(lines: string[]): Promise<string[]> {
  return (await Promise.all(lines.map((line) => split(line)))).flat().filter((word) => word !== '');
}
