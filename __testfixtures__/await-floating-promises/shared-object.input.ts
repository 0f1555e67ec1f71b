declare function log(line: string): Promise<void>;

class Counter {
  total = 0;
  async add(amount: number): Promise<void> {
    const before = this.total;
    log(`adding ${String(amount)}`);
    this.total = before + amount;
  }
}

const counter = new Counter();

export async function add(amount: number): Promise<number> {
  await counter.add(amount);
  return counter.total;
}
