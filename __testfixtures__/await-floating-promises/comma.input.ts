export async function both(one: () => Promise<number>, two: () => Promise<number>, sync: () => number): Promise<void> {
  one(), sync(), two();
  (one(), two());
}
