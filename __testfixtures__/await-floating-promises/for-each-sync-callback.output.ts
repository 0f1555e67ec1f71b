declare function put(key: string): Promise<void>;

export async function all(keys: string[]): Promise<void> {
  await Promise.all(keys.map(async (key) => {
    await put(key);
  }));
}
