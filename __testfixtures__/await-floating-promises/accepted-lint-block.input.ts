declare function save(): Promise<void>;

/* eslint-disable @typescript-eslint/no-floating-promises */
save();
save();
/* eslint-enable @typescript-eslint/no-floating-promises */
save(); // oxlint-disable-line typescript/no-floating-promises
// biome-ignore lint/nursery/noFloatingPromises: it may float
save();
export {};
