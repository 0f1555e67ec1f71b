export async function load(read: () => Promise<string>, report: (error: unknown) => void): Promise<void> {
  read().catch(report);
  read().then(console.log, report);
  read().catch(report).finally(() => {
    console.log('done');
  });
}
