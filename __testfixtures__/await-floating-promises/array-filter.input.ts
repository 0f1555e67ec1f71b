declare function put(key: string): Promise<void>;

function save(key: string): boolean {
  put(key);
  return key.length > 1;
}

export async function all(keys: string[]): Promise<string[]> {
  return keys.filter(save);
}
