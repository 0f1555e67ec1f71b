export interface Store {
  /** Keeps it. */
  keep(key: string): void;
}

export abstract class Base implements Store {
  abstract keep(key: string): void;
}

export class FileStore extends Base {
  constructor(private readonly put: (key: string) => Promise<void>) {
    super();
  }

  override keep(key: string): void {
    this.put(key);
  }
}

export class NullStore implements Store {
  keep(key: string): void {
    console.log('dropped', key);
  }
}

export async function use(store: Store): Promise<void> {
  store.keep('a');
}
