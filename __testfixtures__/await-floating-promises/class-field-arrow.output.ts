declare function put(key: string): Promise<void>;

export class Store {
  save = async (key: string): Promise<void> => {
    await put(key);
  };

  async run(): Promise<void> {
    await this.save('a');
  }
}
