export async function load(read: () => Promise<string>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises
  read();
  read(); // eslint-disable-line @typescript-eslint/no-floating-promises -- started early
  // biome-ignore lint/nursery/noFloatingPromises: on purpose
  read();
  /* eslint-disable @typescript-eslint/no-floating-promises */
  read();
  /* eslint-enable @typescript-eslint/no-floating-promises */
}
