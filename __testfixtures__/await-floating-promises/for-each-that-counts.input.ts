declare function put(key: string): Promise<void>;

export async function all(keys: string[]): Promise<string[]> {
  const seen: string[] = [];
  keys.forEach((key) => {
    put(key);
    seen.push(key);
  });
  return seen;
}
