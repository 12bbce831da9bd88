// The way out for mail: by SMTP where one is set, otherwise as files in the data folder's outbox and in the log.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Transporter } from "nodemailer";
import { now } from "./clock";
import { newId } from "./id";
import { log } from "./log.server";
import { once } from "./once";

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** The same for those who read mails as pages. */
  html?: string;
  /** "<…@…>": what is sent again with the same one is the same mail. */
  messageId?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Mailer {
  /** Resolves when the mail is handed over (to the SMTP server, or written); rejects when it was not. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  smtpUrl: string | undefined;
  /** Folder for mails where no SMTP server is set. */
  outbox: string;
  /** The sender's address, "Torg <torg@host>". */
  from: string;
  /** How long the SMTP server may be silent, in ms. */
  patience?: number;
}

/** The mailer of these options. nodemailer is loaded with the first mail that goes by SMTP. */
export function createMailer({ smtpUrl, outbox, from, patience = 30_000 }: MailerOptions): Mailer {
  if (!smtpUrl) return { send: (mail) => writeToOutbox(outbox, from, mail), close: () => undefined };
  let transport: Promise<Transporter> | undefined;
  const silence = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  return {
    send: async (mail) => {
      transport ??= import("nodemailer").then(({ createTransport }) =>
        createTransport({
          url: smtpUrl,
          ...silence,
          disableFileAccess: true,
          disableUrlAccess: true,
        } as object),
      );
      await (await transport).sendMail({ ...mail, from });
    },
    close: () => void transport?.then((made) => made.close()),
  };
}

/** The process's mailer; made once by whoever starts the process. */
export function mailer(): Mailer {
  return once<Mailer>("mailer", () => {
    throw new Error("The mailer is not made yet.");
  });
}

/** Mails written by this process: those of one millisecond lie in their order, too. */
let written = 0;

async function writeToOutbox(outbox: string, from: string, mail: Mail): Promise<void> {
  const { to, subject, text, messageId, headers } = mail;
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  const date = now();
  const name = `${date.toISOString().replaceAll(/[:.]/g, "-")}-${String(written++ % 1_000_000).padStart(6, "0")}-${newId().slice(0, 4)}.eml`;
  const header = Object.entries({
    From: from,
    To: to,
    Subject: encodeHeader(subject),
    Date: date.toUTCString(),
    ...(messageId ? { "Message-ID": messageId } : {}),
    ...headers,
    ...typeOf(mail),
  }).map(([key, value]) => `${key}: ${value.replaceAll(/[\r\n]+/g, " ")}`);
  // Whoever reads the mails by the end of their names finds whole ones only.
  const unfinished = join(outbox, `.${name}.unfinished`);
  await writeFile(unfinished, `${header.join("\r\n")}\r\n\r\n${bodyOf(mail)}\r\n`, { mode: 0o600 });
  await rename(unfinished, join(outbox, name));
  log().info({ to, subject, text, file: join("outbox", name) }, "mail written to the outbox");
}

function encodeHeader(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}

/** Between the text and the page of one mail; neither holds such a line. */
const border = "torg-text-and-page";

function typeOf({ html }: Mail): Record<string, string> {
  if (html === undefined) return { "Content-Type": "text/plain; charset=utf-8" };
  return { "MIME-Version": "1.0", "Content-Type": `multipart/alternative; boundary="${border}"` };
}

function bodyOf({ text, html }: Mail): string {
  if (html === undefined) return text;
  const part = (type: string, words: string) =>
    `--${border}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${words}\r\n`;
  return `${part("text/plain", text)}${part("text/html", html)}--${border}--`;
}
