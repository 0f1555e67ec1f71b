import { expect, it } from 'vitest';
import { watchInterruption } from '../../src/apply/interruption.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function countListeners(): number[] {
  return SIGNALS.map((name) => process.listenerCount(name));
}

it.each(SIGNALS)('%s is caught once, and then means again what it means', (name) => {
  const before = countListeners();
  const { signal } = watchInterruption();
  expect(signal.aborted).toBe(false);
  process.emit(name);
  expect(signal.aborted).toBe(true);
  expect(countListeners()).toEqual(before);
});

it('a run that ends gives the signals back', () => {
  const before = countListeners();
  const { signal, release } = watchInterruption();
  expect(countListeners()).toEqual(before.map((count) => count + 1));
  release();
  expect(countListeners()).toEqual(before);
  expect(signal.aborted).toBe(false);
});
