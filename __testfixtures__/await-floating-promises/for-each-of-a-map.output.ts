declare function put(key: string): Promise<void>;

export async function all(byName: Map<string, string>): Promise<void> {
  await Promise.all([...byName].map(async ([key, value]) => {
    await put(key + value);
  }));
}
