import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The app is part of the Python package: what is built here lies beside the API that serves it.
export default defineConfig({
  plugins: [svelte()],
  base: '/',
  build: {
    outDir: '../src/aftermath/api/app',
    emptyOutDir: true,
    assetsInlineLimit: 0, // nothing inline: the content security policy allows only files of our own
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500, // MapLibre is one file
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
});
