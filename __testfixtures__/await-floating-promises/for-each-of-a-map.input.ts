declare function put(key: string): Promise<void>;

export async function all(byName: Map<string, string>): Promise<void> {
  byName.forEach(async (value, key) => {
    await put(key + value);
  });
}
