import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As Node.js itself does it: otherwise tests pass on imports of CommonJS that fail once built.
    deps: { interopDefault: false },
  },
});
