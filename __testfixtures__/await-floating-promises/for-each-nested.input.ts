declare function put(key: string): Promise<void>;

export async function all(groups: string[][]): Promise<void> {
  groups.forEach((keys) => {
    keys.forEach(async (key) => {
      await put(key);
    });
  });
}
