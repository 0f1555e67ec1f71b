export class Cache {
  constructor(private readonly store: { put(key: string): Promise<void> }) {}

  async warm(): Promise<void> {
    await this.store.put('a');
  }

  readonly cool = async (): Promise<void> => {
    await this.store.put('b');
  };
}

export const tools = {
  async run(put: (key: string) => Promise<void>) {
    await put('c');
  },
};
