export async function pause(): Promise<void> {
  new Promise<void>((resolve) => {
    setTimeout(resolve, 10);
  });
}
