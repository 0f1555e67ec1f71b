declare function put(key: string): Promise<void>;

let count = 0;

export async function next(key: string): Promise<number> {
  const current = count;
  await put(`${key}-before`);
  put(key);
  count = current + 1;
  return count;
}
