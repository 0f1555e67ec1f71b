export async function run(step?: () => Promise<void>, anything?: unknown): Promise<void> {
  step!();
  (anything as Promise<void>);
  anything as Promise<void>;
}
