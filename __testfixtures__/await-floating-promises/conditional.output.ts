export async function pick(local: boolean, near: () => Promise<number>, far: () => Promise<number>): Promise<void> {
  await (local ? near() : far());
}
