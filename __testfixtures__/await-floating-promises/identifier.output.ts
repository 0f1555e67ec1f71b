export async function wait(ready: Promise<void>): Promise<void> {
  await ready;
}
