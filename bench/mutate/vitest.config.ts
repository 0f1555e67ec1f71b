import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.js';

const isTryingFixtures = process.env.LEAKFIX_MUTANTS !== undefined;

/** For a copy of the package whose texts hold mutants. */
export default defineConfig({
  test: {
    ...config.test,
    include: [isTryingFixtures ? 'bench/mutate/*.check.ts' : 'test/**/*.test.ts'],
    setupFiles: ['bench/mutate/active-mutant.ts'],
    testTimeout: 24 * 60 * 60_000,
  },
});
