declare function put(key: string): Promise<void>;

let count = 0;

export async function next(key: string): Promise<number> {
  put(key);
  count += 1;
  put(String(count));
  return count;
}
