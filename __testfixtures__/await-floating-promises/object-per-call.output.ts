declare function log(line: string): Promise<void>;

class Counter {
  total = 0;
  async add(amount: number): Promise<void> {
    const before = this.total;
    await log(`adding ${String(amount)}`);
    this.total = before + amount;
  }
}

export async function sum(amounts: number[]): Promise<number> {
  const counter = new Counter();
  for (const amount of amounts) await counter.add(amount);
  return counter.total;
}
