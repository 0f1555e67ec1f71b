declare function put(key: string): Promise<void>;

export async function all(keys: readonly string[], optional?: string[]): Promise<void> {
  await Promise.all(keys.map(async (key, index) => {
    await put(`${index}:${key}`);
  }));
  await Promise.all(optional?.map((key) => put(key)) ?? []);
  await Promise.all(keys.map(put));
  await Promise.all([1, 2].map(async function (number) {
    await put(String(number));
  }));
}
