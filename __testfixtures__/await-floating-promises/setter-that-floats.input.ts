declare function load(id: string): Promise<string>;

export class Relation {
  value: string | undefined;

  set id(id: string) {
    load(id).then((value) => {
      this.value = value;
    });
  }
}
