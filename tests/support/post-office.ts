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
}

export interface PostOffice {
  url: string;
  taken: TakenMail[];
  /** How many mails it has refused. */
  refused(): number;
}

export interface PostOfficeRules {
  /** Says so to every recipient. */
  refusal?: string;
  /** Takes mail only from this account. */
  account?: { user: string; password: string };
}

/** Opens at a port of its own, without TLS; closed after the test. */
export async function openPostOffice({ refusal, account }: PostOfficeRules = {}): Promise<PostOffice> {
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
    onRcptTo: (_, __, decide) => decide(refusal ? refuse(refusal) : null),
    onData: (stream, { envelope }, decide) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, ...read(Buffer.concat(chunks).toString("utf8")) });
        decide();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise<void>((done) => server.close(done)));
  const { port } = server.server.address() as AddressInfo;
  const credentials = account ? `${account.user}:${encodeURIComponent(account.password)}@` : "";
  return { url: `smtp://${credentials}127.0.0.1:${port}`, taken, refused: () => refusals };
}

/** Reads a mail of one part, as RFC 5322 and 2045 to 2047 have it. */
export function read(raw: string): Pick<TakenMail, "headers" | "text"> {
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
