import { defineConfig } from 'vitest/config';

/** Checks that need the network or minutes of time: `npx vitest run --config bench/vitest.config.ts`. */
export default defineConfig({
  test: {
    include: ['bench/**/*.check.ts'],
    exclude: ['bench/mutate/**'],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    // As Node.js itself does it.
    deps: { interopDefault: false },
  },
});
