declare function log(line: string): Promise<void>;

function compare(a: number, b: number): number {
  log('comparing');
  return a - b;
}

export const sorted = (sizes: number[]): number[] => sizes.sort(compare);
