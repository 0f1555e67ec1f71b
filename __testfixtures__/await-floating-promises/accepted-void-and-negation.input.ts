declare function save(): Promise<number>;

export function run(): void {
  void save();
  !save();
  typeof save();
  console.log(save());
}
