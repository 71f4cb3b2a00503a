import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/made-on-demand.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'evals/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    exclude: ['**/*.browser.test.ts', 'node_modules/**'],
    setupFiles: ['./test/repeatable-properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // Two files at a time: embedding workers already fill the cores.
    maxWorkers: 2,
  },
});
