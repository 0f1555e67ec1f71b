export async function run(step: () => Promise<void>): Promise<void> {
  (async () => {
    step();
  })();
}
