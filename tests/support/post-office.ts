// A real SMTP server that takes mail, or refuses it, and reads what it took.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

export interface TakenMail {
  /** The envelope's, which decides where it goes. */
  from: string;
  to: string[];
  headers: Record<string, string>;
  /** Decoded, line ends as LF. */
  text: string;
  /** The part that is a page, where there is one. */
  html?: string;
}

export interface PostOffice {
  url: string;
  taken: TakenMail[];
  /** How many mails it has refused. */
  refused(): number;
  /** Resolves when somebody has handed it a mail that it will never answer. */
  hangs: Promise<void>;
}

export interface PostOfficeRules {
  /** Says so to every recipient, or to these. */
  refusal?: string;
  refused?: (address: string) => boolean;
  /** Takes all of a mail and never says so. */
  isHanging?: boolean;
  /** A port of one's own choice. */
  port?: number;
  /** Takes mail only from this account. */
  account?: { user: string; password: string };
}

/** Opens at a port of its own, without TLS; closed after the test. */
export async function openPostOffice({
  refusal,
  refused = () => refusal !== undefined,
  isHanging = false,
  account,
  port: wanted = 0,
}: PostOfficeRules = {}): Promise<PostOffice> {
  let tellHanging = () => {};
  const hangs = new Promise<void>((done) => (tellHanging = done));
  const taken: TakenMail[] = [];
  let refusals = 0;
  const refuse = (words: string) => {
    refusals += 1;
    return Object.assign(new Error(words), { responseCode: 550 });
  };
  const server = new SMTPServer({
    disabledCommands: account ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    authOptional: !account,
    onAuth: ({ username, password }, _, decide) =>
      username === account?.user && password === account?.password
        ? decide(null, { user: username })
        : decide(refuse("Wrong account")),
    onRcptTo: ({ address }, __, decide) =>
      decide(refused(address) ? refuse(refusal ?? "No such mailbox") : null),
    onData: (stream, { envelope }, decide) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, ...read(Buffer.concat(chunks).toString("utf8")) });
        if (isHanging) tellHanging();
        else decide();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(wanted, "127.0.0.1", done));
  onTestFinished(async () => {
    await new Promise<void>((done) => server.close(done));
  });
  const { port } = server.server.address() as AddressInfo;
  const credentials = account ? `${account.user}:${encodeURIComponent(account.password)}@` : "";
  return { url: `smtp://${credentials}127.0.0.1:${port}`, taken, refused: () => refusals, hangs };
}

/** Reads a mail of one part, or of a text and a page, as RFC 5322 and 2045 to 2047 have it. */
export function read(raw: string): Pick<TakenMail, "headers" | "text" | "html"> {
  const whole = readPart(raw);
  const border = /^multipart\/alternative;.*boundary="?([^";]+)"?/.exec(
    whole.headers["content-type"] ?? "",
  )?.[1];
  if (border === undefined) return whole;
  const parts = raw
    .split(`--${border}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, "").replace(/\r\n$/, "")));
  const ofType = (type: string) =>
    parts.find(({ headers }) => headers["content-type"]?.startsWith(type))?.text;
  return { headers: whole.headers, text: ofType("text/plain") ?? "", html: ofType("text/html") };
}

function readPart(raw: string): Pick<TakenMail, "headers" | "text"> {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const [, name = "unreadable", value = line] = /^([!-9;-~]+): ?(.*)$/.exec(line) ?? [];
      return [name.toLowerCase(), decodeWords(value)];
    }),
  );
  const body = rest.join("\r\n\r\n");
  const encoding = headers["content-transfer-encoding"] ?? "8bit";
  const text =
    encoding === "base64"
      ? Buffer.from(body, "base64").toString("utf8")
      : encoding === "quoted-printable"
        ? fromQuotedPrintable(body)
        : body;
  return { headers, text: text.replaceAll("\r\n", "\n") };
}

function decodeWords(value: string): string {
  const joined = value.replaceAll(/(\?=)\s+(=\?)/g, "$1$2");
  return joined.replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    encoding.toUpperCase() === "B"
      ? Buffer.from(text, "base64").toString("utf8")
      : fromQuotedPrintable(text.replaceAll("_", " ")),
  );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
