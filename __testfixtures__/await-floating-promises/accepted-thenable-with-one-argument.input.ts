declare const chain: { then(next: () => void): { done: boolean } };
declare const builder: { then: string; run(): void };

export function run(): void {
  chain.then(() => undefined);
  builder.run();
  builder.then;
}
