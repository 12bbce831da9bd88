import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  server: { host: "127.0.0.1" },
  // The manifest tells the server which files hold a page's words, so that it can have them fetched early.
  build: { target: "es2022", assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
  clearScreen: false,
});
