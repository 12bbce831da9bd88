// A process that has loaded what Torg's server loads, and does nothing with it: what is left of Torg's memory is Torg's own.
// Called as: node bare-process.mjs DATABASE-FILE; says "loaded" when it is.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { createRequestHandler } from "@remix-run/express";
import * as remixNode from "@remix-run/node";
import * as remixReact from "@remix-run/react";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import compression from "compression";
import express from "express";
import i18next from "i18next";
import * as lruCache from "lru-cache";
import markdownIt from "markdown-it";
import nodemailer from "nodemailer";
import { pino } from "pino";
import * as limiter from "rate-limiter-flexible";
import * as reactDom from "react-dom/server";
import * as sharedSchema from "@tiptap/pm/model";
import * as sharedText from "@tiptap/y-tiptap";
import * as csv from "csv-parse/sync";
import * as maps from "d3-geo";
import * as reactI18next from "react-i18next";
import sirv from "sirv";
import { Server } from "socket.io";
import * as awareness from "y-protocols/awareness";
import * as yjs from "yjs";
import { z } from "zod";

const [file = "", clientFile = ""] = process.argv.slice(2);
/** @type {typeof import("../../app/platform/generated/client")} */
const { PrismaClient } = await import(clientFile);

// The server keeps two clients, one that reads and one that writes, and so does this process.
const clients = [0, 1].map(
  () => new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) }),
);
for (const client of clients) await client.network.count();

const app = express();
app.use(compression());
const server = createServer(app).listen(0, "127.0.0.1", () => process.stdout.write("loaded\n"));

/** Held, so that nothing of it is given back. */
export const held = {
  auth: betterAuth({
    baseURL: "http://127.0.0.1",
    secret: randomBytes(32).toString("hex"),
    telemetry: { enabled: false },
    database: prismaAdapter(clients[0] ?? {}, { provider: "sqlite" }),
    emailAndPassword: { enabled: true },
  }),
  sockets: new Server(server, { serveClient: false }),
  log: pino({ level: "warn" }),
  markdown: markdownIt({ html: false }),
  words: i18next.createInstance(),
  schema: z.object({ title: z.string() }),
  packages: [
    createRequestHandler,
    remixNode,
    remixReact,
    lruCache,
    nodemailer,
    limiter,
    reactDom,
    reactI18next,
    sharedSchema,
    sharedText,
    csv,
    maps,
    awareness,
    yjs,
    sirv,
  ],
};
