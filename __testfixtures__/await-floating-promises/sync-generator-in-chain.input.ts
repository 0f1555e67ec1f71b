declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export function* sizes(keys: string[]): Generator<number> {
  for (const key of keys) yield save(key);
}
