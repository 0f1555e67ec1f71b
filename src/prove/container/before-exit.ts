/**
 * What happens when the event loop is empty while an invocation is going on. There is one listener at a time;
 * the runtime replaces it when the callback is called.
 */
let listener: () => void = () => undefined;

export function onEmptyLoop(next: () => void): void {
  listener = next;
}

export function forgetEmptyLoop(): void {
  listener = () => undefined;
}

/** Starts listening. Only runtimes with callbacks do. */
export function watchEmptyLoop(): void {
  process.on('beforeExit', () => {
    listener();
  });
}
