declare function put(key: string): Promise<void>;

async function save(key: string): Promise<number> {
  await put(key);
  return key.length;
}

export async function all(keys: string[]): Promise<number> {
  const sizes = await Promise.all(keys.map((key) => save(key)));
  const again = await Promise.all(keys.map(save));
  await Promise.all(keys.map(async (key) => {
    await save(key);
  }));
  await Promise.all(keys.map(save));
  return sizes.length + again.length;
}
