declare function put(key: string): Promise<void>;

export async function both(key: string): Promise<void> {
  await put(key);
  return put(`${key}2`);
}

export async function run(): Promise<void> {
  await both('a');
  both('b').catch(console.error);
}
