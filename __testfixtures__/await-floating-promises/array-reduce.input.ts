declare function put(key: string): Promise<void>;

export async function all(keys: string[]): Promise<number> {
  return keys.reduce((sum, key) => {
    put(key);
    return sum + key.length;
  }, 0);
}
