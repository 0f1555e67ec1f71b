declare function put(key: string): Promise<void>;

let total = 0;

function save(key: string): number {
  put(key);
  return key.length;
}

export async function add(key: string): Promise<number> {
  total += save(key);
  return total;
}
