import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // Vue leaves these tags to the browser.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('citydesk-') } } })],
  optimizeDeps: { exclude: ['@citydesk/elements', '@citydesk/map'] },
});
