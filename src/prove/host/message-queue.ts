/** Values in the order in which they came, for one reader that waits for the next. */
export class MessageQueue<T> {
  readonly #waiting: T[] = [];
  #reader: ((value: T) => void) | undefined;

  push(value: T): void {
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader === undefined) this.#waiting.push(value);
    else reader(value);
  }

  /** Whether a value is there already. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Waits for the next value, or until the time of day `deadline` in milliseconds: then undefined. */
  take(deadline: number): Promise<T | undefined> {
    const first = this.#waiting.shift();
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.#reader = undefined;
          resolve(undefined);
        },
        Math.max(0, deadline - Date.now()),
      );
      this.#reader = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
    });
  }
}
