import { defineConfig } from 'vitest/config';

/** Tests that drive a real Chromium; CHROMIUM_PATH names another one than /usr/bin/chromium. */
export default defineConfig({
  test: {
    globalSetup: ['test/made-on-demand.ts'],
    include: ['test/**/*.browser.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // A second, the default, is short for a browser that shares two cores with a server.
    expect: { poll: { timeout: 5000 } },
    // A browser on a busy machine may miss a moment; what fails twice is broken.
    retry: 1,
  },
});
