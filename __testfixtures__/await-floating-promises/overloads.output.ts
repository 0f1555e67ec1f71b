declare function put(key: string): Promise<void>;

export function save(key: string): Promise<string>;
export function save(key: string, times: number): Promise<number>;
export async function save(key: string, times?: number): Promise<string | number> {
  await put(key);
  return times ?? key;
}

export async function run(): Promise<string> {
  return save('a');
}
