declare function save(): Promise<number>;
declare const report: (reason: unknown) => void;
declare const flag: boolean;

export function run(): void {
  save().catch(report);
  save().then(undefined, report);
  save()
    .then((size) => size + 1)
    .catch(report)
    .finally(() => report('done'));
  save().finally(() => report('done')).catch(report);
  flag ? save().catch(report) : undefined;
  flag && save().catch(report);
  save().catch(report) ?? report;
}
