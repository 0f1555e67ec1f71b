declare function put(key: string): Promise<void>;

export class Store {
  save(key: string): string {
    put(key);
    return key;
  }
}

export async function run(store?: Store): Promise<number | undefined> {
  return store?.save('a').length;
}
