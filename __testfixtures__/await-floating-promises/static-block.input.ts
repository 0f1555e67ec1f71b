declare function connect(): Promise<void>;

export class Pool {
  static {
    connect();
  }
}
