declare function put(key: string): Promise<void>;
declare function subscribe(options: { onEnd(): void }): void;

export function listen(): void {
  const options = {
    onEnd() {
      put('end');
    },
  };
  subscribe(options);
}
