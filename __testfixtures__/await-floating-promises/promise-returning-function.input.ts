declare function put(key: string): Promise<void>;

export function both(key: string): Promise<void> {
  put(key);
  return put(`${key}2`);
}

export async function run(): Promise<void> {
  await both('a');
  both('b').catch(console.error);
}
