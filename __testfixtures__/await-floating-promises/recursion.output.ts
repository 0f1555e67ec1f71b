declare function put(key: string): Promise<void>;

export async function down(depth: number): Promise<number> {
  await put(`at ${depth}`);
  return depth > 0 ? await down(depth - 1) : 0;
}
