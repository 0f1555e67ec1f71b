export class Pool {
  constructor(connect: () => Promise<void>) {
    connect();
  }
}
