declare function put(key: string): Promise<void>;

export function down(depth: number): number {
  put(`at ${depth}`);
  return depth > 0 ? down(depth - 1) : 0;
}
