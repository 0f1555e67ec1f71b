declare function start(): Promise<void>;
declare function release(): void;

export async function run(): Promise<boolean> {
  let isDone = false;
  const running = start();
  running.then(() => {
    isDone = true;
  });
  release();
  await running;
  return isDone;
}
