// The composition root: one HTTP server, two doors, an orderly shutdown. In production it is bundled to build/server.js and run
// by plain node; `npm run dev` runs it through tsx, with Vite in the middle.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ViteDevServer } from "vite";
import type * as House from "./app/entry.server";

const root = process.env.TORG_ROOT ?? process.cwd();
const isDevelopment = process.env.NODE_ENV !== "production";

main().catch((error: unknown) => fail(error));

async function main(): Promise<void> {
  const vite = isDevelopment ? await startVite() : undefined;
  const build = vite
    ? ((await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild)
    : ((await import(new URL("./server/house.js", import.meta.url).href)) as ServerBuild);
  const house = build.entry.module as unknown as typeof House;
  const { port, host } = house.settings();

  // The port is taken before anything is opened, so that a second start on the same folder touches nothing.
  const gate = createGate();
  const server = createServer((request, response) => void gate.pass(request, response));
  const address = await listen(server, port, host);
  const own = house.ownAddresses(address.port);

  const ground = await house.openGround(root);
  house.openAccounts({ origin: own.origin, secret: ground.folder.secret });
  await house.sealActivities();
  if (ground.settings.hasDemo) await house.loadDemo();
  const sweep = await house.keepTrashEmpty();
  house.openSearch();
  const notices = house.followHappenings();
  const mails = house.openMailQueue();
  const texts = house.openTexts(ground.folder.textsFile);

  const app = express();
  app.disable("x-powered-by").set("trust proxy", ground.settings.proxies);
  app.use(
    house.securityHeaders(() => own, isDevelopment),
    house.refuseForeignHost(() => own),
    house.refuseOtherMethods,
  );
  app.get("/healthz", house.healthz(readVersion()));
  app.use(house.endMails());
  app.use(
    house.refuseForeignOrigin(() => own),
    house.refuseHugeBody,
  );
  app.use(
    "/public",
    house.publicTexts(() => own.origin),
  );
  if (vite) app.use(vite.middlewares);
  else app.use(house.staticFiles(join(root, "build/client")));
  app.use(house.sendFiles(), house.takeFiles());
  app.use(compression({ threshold: 1_000, level: 4 }));
  app.use(house.calendarFeeds());
  const mode = isDevelopment ? "development" : "production";
  const getLoadContext = house.openDoor;
  const inDevelopment = () => vite?.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  const near = house.routesNear(build);
  const screensOf = remembered((part: ServerBuild) =>
    createRequestHandler({ build: vite ? inDevelopment : part, mode, getLoadContext }),
  );
  app.all("*", (request, response, next) => void screensOf(near(request.path))(request, response, next));
  app.use(house.answerFailure);
  const realtime = house.openRealtime(
    server,
    (request) => own.isOwnHost(request.headers.host) && house.isFromOurPage(request, own),
  );
  gate.open(app);
  const bringing = house.bringTextsUp();
  const files = house.keepFiles();

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    sweep.stop();
    bringing.stop();
    files.stop();
    // Whatever hangs, the process is gone within five seconds; what was answered is on the disk already.
    setTimeout(() => process.exit(1), 4_800).unref();
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeIdleConnections();
    // Sockets are cut now; its promise waits for every other connection as well, so it is asked for at the end.
    const realtimeClosed = realtime.close();
    await Promise.race([closed, gate.idle(3_000)]);
    server.closeAllConnections();
    await realtimeClosed;
    await vite?.close();
    // What was written last is in the log, and in the rows that follow it, before those are closed.
    await texts.close(2_000);
    await house.writeReadMarks();
    await notices.stop();
    await mails.stop();
    await house.closeRendering();
    await house.closeJudging();
    await house.closeComparing();
    await house.closeSearch();
    await ground.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Vite listens, too, and would end the process before the data are safe.
    process.removeAllListeners(signal);
    process.on(signal, () => void stop());
  }
  // Said last: whoever hears it may tell the process to stop.
  await greet(house, own.origin);
}

/** Makes a thing for each key once. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Lets requests wait until the house is open, and knows how many are under way. */
function createGate() {
  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  let open: (handler: Handler) => void = () => undefined;
  const opened = new Promise<Handler>((resolve) => (open = resolve));
  const underWay = new Set<ServerResponse>();
  return {
    open: (handler: Handler) => open(handler),
    pass: async (request: IncomingMessage, response: ServerResponse) => {
      underWay.add(response);
      response.on("close", () => underWay.delete(response));
      (await opened)(request, response);
    },
    /** Resolves when no request is under way, or after so many ms. */
    idle: (patience: number) =>
      new Promise<void>((resolve) => {
        const giveUp = setTimeout(resolve, patience);
        const look = () => {
          if (underWay.size > 0) return;
          clearTimeout(giveUp);
          resolve();
        };
        for (const response of underWay) response.on("close", look);
        look();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ port: typeof address === "object" && address ? address.port : port });
    });
  });
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer: createVite } = await import("vite");
  return createVite({ root, server: { middlewareMode: true }, appType: "custom" });
}

async function greet(house: typeof House, origin: string): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const demo = await house.demoAccounts();
  const token = await house.offerFirstAdministrator();
  say(`\n  Torg is open at ${origin}\n`);
  if (demo) {
    say(`  Demo accounts, all with the password ${demo.password}`);
    for (const { email, roles } of demo.accounts) say(`    ${email.padEnd(26)} ${roles}`);
    say("");
  }
  if (token) {
    say("  Nobody has an account yet. Create the first administrator, once, within seven days, at");
    say(`    ${origin}/first-administrator/${token}\n`);
  }
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

/** One clear line and an exit code; what is a bug shows where it happened. */
function fail(error: unknown): never {
  const { code, kind, message, stack } = error as NodeJS.ErrnoException & { kind?: string };
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (code === "EADDRINUSE")
    say(`Torg cannot start: the port ${process.env.PORT ?? 3000} is taken. Set PORT to another.`);
  else if (code === "EACCES")
    say(
      `Torg cannot start: the port ${process.env.PORT ?? 3000} may not be used. Set PORT to one over 1023.`,
    );
  else if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    say(`Torg cannot start: HOST ${process.env.HOST} is no address of this machine.`);
  else if (kind === "settings")
    say(`Torg cannot start, settings are wrong:\n${message.replace(/^/gm, "  ")}`);
  else if (kind) say(`Torg cannot start: ${message}`);
  else say(`Torg cannot start: ${stack ?? message}`);
  process.exit(1);
}
