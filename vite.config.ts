import { defineConfig } from "vite";

/** The browser's part: one style sheet, one small script, the typeface. Names carry a hash, so they are cached for ever. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    rollupOptions: { input: { styles: "src/platform/ui/styles/styles.css", client: "src/platform/ui/client/client.ts" } },
  },
});
