declare function put(key: string): Promise<void>;

export async function all(groups: string[][]): Promise<void> {
  await Promise.all(groups.map(async (keys) => {
    await Promise.all(keys.map(async (key) => {
      await put(key);
    }));
  }));
}
