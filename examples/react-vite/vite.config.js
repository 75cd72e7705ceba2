import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Elements are found by their tags, and the map beside its worker: as they are, not joined beforehand.
  optimizeDeps: { exclude: ['@citydesk/elements', '@citydesk/map'] },
});
