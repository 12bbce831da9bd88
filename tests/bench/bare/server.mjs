// Serves the bare route the way a new Remix project does with Express.
import { createRequestHandler } from "@remix-run/express";
import express from "express";

const build = await import(new URL("../../../.cache/bench-bare/server/index.js", import.meta.url).href);
const app = express();
app.disable("x-powered-by");
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(process.env.PORT), "127.0.0.1");
