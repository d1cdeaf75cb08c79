import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Made of hundreds of small files, and plain ECMAScript: bundled, a command starts in half the time. The others stay outside. */
const BUNDLED = [
  /^(?:kysely|zod|yaml|better-auth|better-call|jose|defu|rou3|pg-boss|cron-parser|commander|packageurl-js)(?:\/|$)/,
  /^@(?:better-auth|better-fetch|noble)\//,
];

/** The server's part: Node strips types from .ts but not from .tsx, hence a build. */
export default defineConfig({
  ssr: { noExternal: BUNDLED },
  publicDir: false,
  resolve: { alias: { "#src": fileURLToPath(new URL("./src", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx", development: false } },
  build: {
    ssr: true,
    target: "node24",
    outDir: "dist/server",
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: { input: { main: "src/main.ts", cli: "src/cli.ts" }, output: { sourcemapExcludeSources: true } },
  },
});
