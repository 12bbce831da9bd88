// Builds the bare route beside the project's own build, never into it.
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import torg from "../../../remix.config.js";

export default defineConfig({
  plugins: [remix({ ...torg, appDirectory: "tests/bench/bare/app", buildDirectory: ".cache/bench-bare" })],
  build: { target: "es2022", reportCompressedSize: false },
  logLevel: "warn",
});
