declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export async function all(keys: string[]): Promise<number> {
  const sizes = keys.map((key) => save(key));
  const again = keys.map(save);
  keys.forEach((key) => {
    save(key);
  });
  keys.forEach(save);
  return sizes.length + again.length;
}
