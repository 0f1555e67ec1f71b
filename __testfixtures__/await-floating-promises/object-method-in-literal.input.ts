declare function put(key: string): Promise<void>;

export const store = {
  save(key: string): number {
    put(key);
    return key.length;
  },
  both(key: string): number {
    return this.save(key) + store.save(`${key}2`);
  },
};

export async function run(): Promise<number> {
  return store.both('a');
}
