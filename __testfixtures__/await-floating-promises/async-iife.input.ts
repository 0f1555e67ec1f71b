export async function run(step: () => Promise<void>): Promise<void> {
  (async () => {
    await step();
    console.log('stepped');
  })();
}
