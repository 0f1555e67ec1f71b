export interface Store {
  /** Keeps it. */
  keep(key: string): Promise<void>;
}

export abstract class Base implements Store {
  abstract keep(key: string): Promise<void>;
}

export class FileStore extends Base {
  constructor(private readonly put: (key: string) => Promise<void>) {
    super();
  }

  override async keep(key: string): Promise<void> {
    await this.put(key);
  }
}

export class NullStore implements Store {
  async keep(key: string): Promise<void> {
    console.log('dropped', key);
  }
}

export async function use(store: Store): Promise<void> {
  await store.keep('a');
}
