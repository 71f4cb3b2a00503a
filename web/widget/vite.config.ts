import { defineConfig } from 'vite';

/** One classic script without a name in the host page: `dist/web/widget/widget.js`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  // What is compiled in; a script in a strange page must not ask for `process`.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    // The last two years' browsers, so that nothing is spelt out for older ones; those get plainer colours.
    cssTarget: ['chrome111', 'safari16.4', 'firefox113'],
    lib: { entry: 'main.tsx', formats: ['iife'], name: 'XiaoerWidget', fileName: () => 'widget.js' },
    rollupOptions: { output: { name: undefined, extend: false } },
  },
  server: { proxy: { '/v1': 'http://localhost:3000' } },
});
