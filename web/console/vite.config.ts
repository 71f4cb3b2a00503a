import { defineConfig } from 'vite';

/** The agents' console: static files below /console/, with no script or style inline. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: ['es2023', 'chrome123', 'firefox120', 'safari17.5'], assetsInlineLimit: 0, modulePreload: false },
});
