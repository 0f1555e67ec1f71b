declare function put(key: string): Promise<void>;

export class Store {
  save = (key: string): void => {
    put(key);
  };

  async run(): Promise<void> {
    this.save('a');
  }
}
