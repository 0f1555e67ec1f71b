declare function put(key: string): Promise<void>;

export function save(key: string): string;
export function save(key: string, times: number): number;
export function save(key: string, times?: number): string | number {
  put(key);
  return times ?? key;
}

export async function run(): Promise<string> {
  return save('a');
}
