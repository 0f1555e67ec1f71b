declare function put(key: string): Promise<void>;

export class Store {
  static async save(key: string): Promise<void> {
    await put(key);
  }

  async #log(key: string): Promise<number> {
    await put(key);
    return key.length;
  }

  async run(): Promise<number> {
    await Store.save('a');
    return this.#log('b');
  }
}
