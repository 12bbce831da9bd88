// A caller of the first door without a browser: every header is what the test says, cookies are kept as a browser keeps them.
import { request, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Where a redirect leads; a page's own or, for data asked by a script, the one written in it. */
  location: string | undefined;
  setCookies: string[];
  text: string;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string | Buffer;
}

export type Fields = Record<string, string>;

export interface Visitor {
  origin: string;
  /** Asks exactly this; a header given as undefined is left out, no redirect is followed. */
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** A page, as typed into the browser's line. */
  page(path: string, headers?: Asking["headers"]): Promise<Answer>;
  /** The same as the browser's script asks for it. */
  data(path: string): Promise<Answer>;
  /** Sends a form of one of our pages; `headers` may change where it comes from. */
  post(path: string, fields: Fields, headers?: Asking["headers"]): Promise<Answer>;
  /** The same form sent by the browser's script. */
  postData(path: string, fields: Fields): Promise<Answer>;
  /** The Cookie header of this browser. */
  cookie(): string | undefined;
}

export const formType = "application/x-www-form-urlencoded;charset=UTF-8";

/** Somebody with an empty browser on pages of `origin`; behind a proxy the server itself is `at` another address. */
export function visitor(origin: string, at = origin): Visitor {
  const jar = new Map<string, string>();
  const cookie = () =>
    jar.size > 0 ? [...jar].map(([name, value]) => `${name}=${value}`).join("; ") : undefined;
  const ask = async (path: string, asking: Asking = {}): Promise<Answer> => {
    const answer = await send(at, path, { ...asking, headers: { cookie: cookie(), ...asking.headers } });
    for (const line of answer.setCookies) keepCookie(jar, line);
    return answer;
  };
  const fetched = { accept: "*/*", "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" };
  const post = (path: string, fields: Fields, headers: Asking["headers"] = {}) =>
    ask(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { accept: "text/html,*/*;q=0.8", origin, "content-type": formType, ...headers },
    });
  return {
    origin,
    ask,
    page: (path, headers = {}) => ask(path, { headers: { accept: "text/html,*/*;q=0.8", ...headers } }),
    data: (path) => ask(dataPath(path), { headers: fetched }),
    post,
    postData: (path, fields) => post(dataPath(path), fields, fetched),
    cookie,
  };
}

/** Signs in as a demo account by the form; fails where that is refused. */
export async function signedInAs(origin: string, account: string, at = origin): Promise<Visitor> {
  const somebody = visitor(origin, at);
  const email = account.includes("@") ? account : `${account}@demo.torg`;
  const { status, text } = await somebody.post("/sign-in", {
    intent: "sign-in",
    email,
    password: "market-square",
  });
  if (status !== 302) throw new Error(`${email} was not signed in (${status}):\n${text.slice(0, 500)}`);
  return somebody;
}

/** Where Remix's script fetches the data of a page. */
export function dataPath(path: string): string {
  const [pathname = "", search] = path.split("?");
  return `${pathname === "/" ? "/_root" : pathname}.data${search === undefined ? "" : `?${search}`}`;
}

function send(
  address: string,
  path: string,
  { method = "GET", headers = {}, body }: Asking,
): Promise<Answer> {
  const { hostname, port, host } = new URL(address);
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const given = Object.entries({ host, ...length, ...headers }).filter(([, value]) => value !== undefined);
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port,
      path,
      method,
      headers: Object.fromEntries(given),
      setHost: false,
      agent: false,
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          location: response.headers.location ?? /"redirect","([^"]*)"/.exec(text)?.[1],
          setCookies: response.headers["set-cookie"] ?? [],
          text,
        });
      });
    });
    asked.end(body);
  });
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = "", ...marks] = line.split(";");
  const [, name, value] = /^([^=]*)=(.*)$/.exec(pair.trim()) ?? [];
  if (name === undefined || value === undefined) return;
  const isOver = value === "" || marks.some((mark) => /^\s*max-age=0$/i.test(mark));
  if (isOver) jar.delete(name);
  else jar.set(name, value);
}
