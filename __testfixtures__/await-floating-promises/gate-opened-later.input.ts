interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export async function pass(gate: Gate, log: string[]) {
  gate.opened.then(() => {
    log.push('opened');
  });
  gate.open();
  log.push('passed');
}

export class Server {
  readonly #ready: Promise<void> = Promise.resolve();

  async start(log: string[]) {
    this.#ready.then(() => log.push('ready'));
    this.prepare();
  }

  prepare() {}
}
