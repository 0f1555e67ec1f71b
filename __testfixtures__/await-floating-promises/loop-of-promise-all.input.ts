export async function all(groups: (() => Promise<void>)[][]): Promise<void> {
  for (const steps of groups) {
    const running = steps.map((step) => step());
    Promise.all(running);
  }
}
