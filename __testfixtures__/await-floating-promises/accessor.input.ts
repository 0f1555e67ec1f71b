export class Pool {
  constructor(private readonly connect: () => Promise<void>) {}

  get size(): number {
    this.connect();
    return 1;
  }
}
