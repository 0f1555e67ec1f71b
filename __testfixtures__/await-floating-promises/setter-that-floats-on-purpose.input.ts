declare function load(id: string): Promise<string>;

class Relation {
  #id = '';
  #value: string | undefined;

  set id(id: string) {
    this.#id = id;
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a setter can not wait
    load(id).then((value) => {
      this.#value = value;
    });
  }

  get value(): string | undefined {
    return this.#id === '' ? undefined : this.#value;
  }
}

export const relation = new Relation();
