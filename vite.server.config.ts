import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The server's part: Node strips types from .ts but not from .tsx, hence a build. Packages stay outside the bundle. */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { "#src": fileURLToPath(new URL("./src", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx", development: false } },
  build: {
    ssr: true,
    target: "node24",
    outDir: "dist/server",
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: { input: { main: "src/main.ts", cli: "src/cli.ts" } },
  },
});
