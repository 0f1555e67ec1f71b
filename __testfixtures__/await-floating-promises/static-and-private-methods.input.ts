declare function put(key: string): Promise<void>;

export class Store {
  static save(key: string): void {
    put(key);
  }

  #log(key: string): number {
    put(key);
    return key.length;
  }

  async run(): Promise<number> {
    Store.save('a');
    return this.#log('b');
  }
}
