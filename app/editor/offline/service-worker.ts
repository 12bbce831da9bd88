// Runs in the browser beside the pages: where a page cannot be had for want of a network, it shows the page that reads what is on the
// device. It keeps no page of a person's, and as long as the network answers it hands on what that says.

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  request: Request;
  /** What the browser asked for by itself, before this file was awake. */
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

interface Installing extends Extendable {
  /** Lets the browser answer without waking this file, where it can. */
  addRoutes?(routes: object[]): Promise<void>;
}

interface Scope {
  registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(name: "install", hear: (event: Installing) => void): void;
  addEventListener(name: "activate", hear: (event: Extendable) => void): void;
  addEventListener(name: "fetch", hear: (event: Fetching) => void): void;
}

/** Put in when it is built: the files of the offline page, itself first, and a name that changes whenever one of them does. */
declare const offlineFiles: string[];
declare const offlineVersion: string;

const worker = globalThis as unknown as Scope;
const own = "torg-offline-";
const current = `${own}${offlineVersion}`;
const [page = ""] = offlineFiles;
const folder = "/assets/offline/";

worker.addEventListener("install", (event) => {
  event.waitUntil(fill());
  const pathname = `${folder}*`;
  const concerned = { or: [{ requestMode: "navigate" }, { urlPattern: { pathname } }] };
  event.addRoutes?.([{ condition: { not: concerned }, source: "network" }]).catch(() => undefined);
});

worker.addEventListener("activate", (event) => event.waitUntil(begin()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    if (request.method === "GET") event.respondWith(fromNetwork(event));
  } else if (new URL(request.url).pathname.startsWith(folder)) event.respondWith(fromDevice(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(current);
  // Past what the browser keeps anyway: the page itself has no name of its content.
  await cache.addAll(offlineFiles.map((file) => new Request(file, { cache: "reload" })));
  await worker.skipWaiting();
}

async function begin(): Promise<void> {
  const before = (await caches.keys()).filter((name) => name.startsWith(own) && name !== current);
  await Promise.all(before.map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
}

async function fromNetwork({ request, preloadResponse }: Fetching): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (wrong) {
    const offline = await caches.match(page);
    if (!offline) throw wrong;
    return offline;
  }
}

async function fromDevice(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
