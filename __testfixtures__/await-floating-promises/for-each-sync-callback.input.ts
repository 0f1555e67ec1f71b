declare function put(key: string): Promise<void>;

export async function all(keys: string[]): Promise<void> {
  keys.forEach((key) => {
    put(key);
  });
}
