export async function wait(ready: Promise<void>): Promise<void> {
  ready;
}
