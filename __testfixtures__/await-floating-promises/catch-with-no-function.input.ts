declare function save(): Promise<void>;
declare const flag: boolean;
declare const report: (reason: unknown) => void;

export async function run(): Promise<void> {
  save().catch(null);
  save().catch(flag ? report : undefined);
  flag && save().catch(report);
  save().catch(report) || flag;
}
