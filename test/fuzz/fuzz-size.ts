/** How many programs are generated: 500 as part of the tests, any number by hand with `FUZZ_PROGRAMS=20000`. */
export const PROGRAMS = Number(process.env.FUZZ_PROGRAMS ?? 500);

/** Equal seeds give equal programs: `FUZZ_SEED=7`. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20241);
