import { defineConfig } from 'vite';

/** The chat page: static files below /, with no script or style inline. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: { target: ['es2022', 'chrome111', 'safari16.4', 'firefox113'], assetsInlineLimit: 0, modulePreload: false },
});
