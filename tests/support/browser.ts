// A real browser for journeys, one for all files that a worker runs; it ends with the worker. What must never happen on any page is
// counted here and fails the test it happens in.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { browserArguments } from "./browser-arguments";

let browser: Promise<Browser> | undefined;

/** Said by Chromium for a page that is going away while it sends: what it does not hand in now is handed in when it is opened again. */
const saidWhileGoing = /WebSocket is already in CLOSING or CLOSED state/;

function launch(): Promise<Browser> {
  return (browser ??= start());
}

async function start(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("No Chromium was found: npm test installs one.");
  return chromium.launch({
    executablePath,
    args: [...browserArguments, "--disable-quic"],
  });
}

export interface VisitorOptions {
  language?: string;
  colours?: "light" | "dark";
  viewport?: { width: number; height: number };
  javaScriptEnabled?: boolean;
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Wrongs that this journey provokes on purpose. */
  allow(pattern: RegExp): void;
}

/** A browser of its own, as of one person; closed after the test. */
export async function visitor(origin: string, options: VisitorOptions = {}): Promise<Visitor> {
  const {
    language = "en",
    colours = "light",
    viewport = { width: 1280, height: 900 },
    javaScriptEnabled = true,
  } = options;
  const context = await (
    await launch()
  ).newContext({
    baseURL: origin,
    locale: language,
    extraHTTPHeaders: { "Accept-Language": language },
    colorScheme: colours,
    viewport,
    javaScriptEnabled,
    reducedMotion: "reduce",
  });
  const allowed: RegExp[] = [];
  /** Scripts that failed, policies that were broken, other hosts asked. */
  const wrongs: string[] = [];
  const note = (wrong: string) => {
    if (!allowed.some((pattern) => pattern.test(wrong))) wrongs.push(wrong);
  };
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`policy broken: ${violatedDirective} ${blockedURI}`);
    });
  });
  context.on("page", (page) => {
    page.on("pageerror", (error) => note(`script failed on ${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error" || saidWhileGoing.test(message.text())) return;
      const { url } = message.location();
      note(`console of ${page.url()}: ${message.text()}${url && url !== page.url() ? ` ${url}` : ""}`);
    });
    page.on("dialog", (dialog) => {
      note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host)
        note(`other host: ${url.host}`);
    });
  });
  onTestFinished(async () => {
    const seen = [...wrongs];
    await context.close();
    expect(seen, "what must not happen on any page").toEqual([]);
  });
  return { page: await context.newPage(), context, allow: (pattern) => allowed.push(pattern) };
}

/** The password of the demo accounts. */
export const demoPassword = "market-square";

/** Signs the visitor in by the form, as a person would, and waits until the page that they wanted is awake. */
export async function signInByForm(page: Page, account: string, to: string): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator("#email").fill(`${account}@demo.torg`);
  await page.locator("#password").fill(demoPassword);
  await page.locator("button[value=sign-in]").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await awake(page);
  // Where the page was not loaded anew, its address is there before its screen, and the screen before it listens to keys.
  await page.locator("button[value=sign-in]").waitFor({ state: "detached" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Signs the visitor in as the form does, without the time that its screen takes, and opens a page. */
export async function signInAs(page: Page, account: string, to = "/"): Promise<void> {
  const { request } = page.context();
  const answer = await request.post("/sign-in", {
    form: { intent: "sign-in", email: `${account}@demo.torg`, password: demoPassword },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(answer.status(), `${account} signs in`).toBe(302);
  await page.goto(to);
  await awake(page);
}

/** The text on the writing screen, once it can be written. */
export async function textToWrite(page: Page): Promise<Locator> {
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.and(page.locator("[contenteditable=true]")).waitFor();
  return text;
}

/** Unfolds the facts above the text, where they are folded. */
export async function openFacts(page: Page): Promise<void> {
  const facts = page.locator("details").filter({ has: page.locator("[name='facts.kind']") });
  if (!(await facts.evaluate((details: HTMLDetailsElement) => details.open)))
    await facts.locator("summary").click();
}

/** Whether a request saves what stands above a text. */
export function isSaving(request: Request): boolean {
  return request.method() === "POST" && request.url().endsWith("/head");
}

/** Resolves when all that stands on the writing screen is on the server's disk. */
export async function allSaved(page: Page): Promise<void> {
  await page.getByRole("status").getByText("Saved", { exact: true }).waitFor();
}

/**
 * Resolves when the page's next socket hears something that begins so. Call it before the page is opened: whoever waits for the socket
 * first misses what comes together with it, and hears the next only half a minute later.
 */
export function heard(page: Page, begins = ""): Promise<void> {
  return new Promise((resolve) =>
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        if (String(payload).startsWith(begins)) resolve();
      }),
    ),
  );
}

/** Resolves once this page answers to keys and clicks, and nothing of it will be compared with its HTML any more. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("awake").length > 0);
}

/** Chooses what stands in the menu of a page's head. */
export async function inMenu(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}
