declare function put(key: string): Promise<void>;

export async function all(keys: readonly string[], optional?: string[]): Promise<void> {
  keys.forEach(async (key, index) => {
    await put(`${index}:${key}`);
  });
  optional?.forEach((key) => put(key));
  keys.forEach(put);
  [1, 2].forEach(async function (number) {
    await put(String(number));
  });
}
