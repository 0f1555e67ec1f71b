import { setTimeout } from 'node:timers/promises';

declare const vi: { useFakeTimers(): void; advanceTimersByTime(ms: number): void };
declare function it(title: string, body: () => Promise<void>): void;

async function later(run: () => void) {
  await setTimeout(100);
  run();
}

it('runs later', async () => {
  vi.useFakeTimers();
  let runs = 0;
  later(() => (runs += 1));
  vi.advanceTimersByTime(100);
  if (runs !== 1) throw new Error('not run');
});
