declare function put(key: string): Promise<void>;
declare function subscribe(options: { onEnd(): void; onStart: () => void }): void;

export function listen(): void {
  subscribe({
    onStart: () => {
      put('start');
    },
    onEnd() {
      put('end');
    },
  });
}
