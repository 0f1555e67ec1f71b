export async function both(one: () => Promise<number>, two: () => Promise<number>, sync: () => number): Promise<void> {
  await one(), sync(), await two();
  (await one(), await two());
}
