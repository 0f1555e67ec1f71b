export async function pick(local: boolean, near: () => Promise<number>, far: () => Promise<number>): Promise<void> {
  local ? near() : far();
}
