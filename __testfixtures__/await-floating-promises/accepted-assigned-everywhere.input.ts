declare function save(): Promise<number>;

export class Keeper {
  last: Promise<number> | undefined;
  all: Promise<number>[] = [];
  byName: Record<string, Promise<number>> = {};

  keep(name: string): void {
    this.last = save();
    this.all.push(save());
    this.byName[name] ??= save();
  }
}
