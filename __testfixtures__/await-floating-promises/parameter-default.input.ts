declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export async function run(size = save('size')): Promise<number> {
  return size;
}
