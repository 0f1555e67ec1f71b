declare function log(line: string): Promise<void>;

function isBig(size: number): boolean {
  log('looking');
  return size > 9;
}

export const hasBig = (sizes: number[]): boolean => sizes.some((size) => isBig(size));
