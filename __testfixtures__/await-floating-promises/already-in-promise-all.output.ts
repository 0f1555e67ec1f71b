declare function put(key: string): Promise<void>;

async function save(key: string): Promise<number> {
  await put(key);
  return key.length;
}

export async function run(keys: string[]): Promise<number> {
  const [one, two] = await Promise.all([save('a'), save('b')]);
  const sizes = await Promise.all(keys.map((key) => save(key)));
  return one + two + sizes.length;
}
