declare function put(key: string): Promise<void>;

let count = 0;

export async function next(key: string): Promise<number> {
  await put(key);
  count += 1;
  await put(String(count));
  return count;
}
