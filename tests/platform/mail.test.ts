// Mail goes out by SMTP where a server is set, otherwise into the outbox; a refusal is logged and told to nobody.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { authOptions } from "~/domain/accounts/auth.server";
import { requestReset, resetPassword } from "~/domain/accounts/passwords.server";
import { signIn } from "~/domain/accounts/sessions.server";
import { database } from "~/platform/db.server";
import { createLog, log } from "~/platform/log.server";
import { createMailer, mailer } from "~/platform/mail.server";
import { forget, once } from "~/platform/once";
import { foundPerson, type FoundedPerson } from "../support/found-network";
import { outcome } from "../support/outcome";
import { openPostOffice, read, type PostOfficeRules } from "../support/post-office";

const from = "Torg <torg@torg.alytus.example>";
let callers = 0;
const caller = () => ({ address: `203.0.113.${(callers += 1)}`, userAgent: "Test" });

/** Lets the process's mails go to a server of these rules. */
async function mailBySmtp(rules?: PostOfficeRules) {
  const office = await openPostOffice(rules);
  const before = mailer();
  forget("mailer");
  const sending = once("mailer", () =>
    createMailer({ smtpUrl: office.url, outbox: "/dev/null/outbox", from }),
  );
  onTestFinished(() => {
    sending.close();
    forget("mailer");
    once("mailer", () => before);
  });
  return office;
}

/** What the process's log says from now on, line by line. */
function hearLog(): Array<Record<string, unknown>> {
  const lines: Array<Record<string, unknown>> = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split("\n"))
      lines.push(JSON.parse(line) as Record<string, unknown>);
  });
  const kept = log();
  forget("log");
  once("log", () => createLog("info", stream));
  onTestFinished(() => {
    forget("log");
    once("log", () => kept);
  });
  return lines;
}

async function speaking(language: string, name: string): Promise<FoundedPerson> {
  const person = await foundPerson(name);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: person.id }, data: { language } }),
  );
  return person;
}

test.each([
  [
    "en",
    "Officer of Alytus",
    "Torg: choose a new password",
    /^Hello Officer of Alytus,\n\nsomebody, probably you, asked/,
  ],
  [
    "lt",
    "Alytaus projekto vadovė",
    "Torg: naujas slaptažodis",
    /^Sveiki, Alytaus projekto vadovė,\n\nkažkas, greičiausiai Jūs,/,
  ],
  ["lv", "Alitas koordinators", "Torg: jauna parole", /^Labdien, Alitas koordinators,\n\nir pieprasīta/],
  [
    "ro",
    "Responsabilă din Botoșani",
    "Torg: alegeți o parolă nouă",
    /^Bună ziua, Responsabilă din Botoșani,/,
  ],
  ["it", "Referente di Messina", "Torg: scelta di una nuova password", /^Buongiorno Referente di Messina,/],
])("a reset mail arrives in %s with a link that works", async (language, name, subject, words) => {
  const person = await speaking(language, name);
  const office = await mailBySmtp();
  await requestReset(caller(), { email: person.email });
  await expect.poll(() => office.taken.length).toBe(1);
  const [mail] = office.taken;
  if (!mail) throw new Error("it was taken");
  expect([mail.from, mail.to]).toEqual(["torg@torg.alytus.example", [person.email]]);
  expect(mail.headers).toMatchObject({
    from,
    to: person.email,
    subject,
    "mime-version": "1.0",
    "content-type": expect.stringMatching(/^text\/plain; charset=utf-8$/i),
    "message-id": expect.stringMatching(/^<[^@]+@[^>]+>$/),
  });
  expect(Math.abs(Date.parse(mail.headers.date ?? "") - Date.now())).toBeLessThan(60_000);
  expect(mail.text).toMatch(words);
  const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
  expect(links).toEqual([
    expect.stringMatching(new RegExp(`^${authOptions().origin}/reset-password/[\\w-]{20,}$`)),
  ]);

  const token = links[0]?.split("/").at(-1) ?? "";
  await resetPassword(caller(), token, { password: "a new market square" });
  const { setCookies } = await signIn(caller(), { email: person.email, password: "a new market square" });
  expect(setCookies).toHaveLength(1);
  expect(await outcome(resetPassword(caller(), token, { password: "another market square" }))).toBe(
    "invalid",
  );
});

test("a server that wants an account is given the one in SMTP_URL", async () => {
  const person = await foundPerson();
  const office = await mailBySmtp({ account: { user: "torg", password: "market & square" } });
  await requestReset(caller(), { email: person.email });
  await expect.poll(() => office.taken.length).toBe(1);
});

test("a server that refuses is answered like one that takes it, and logged with its reason and without secrets", async () => {
  const person = await foundPerson();
  const lines = hearLog();
  const office = await mailBySmtp({
    refusal: "No such street",
    account: { user: "torg", password: "hush-hush" },
  });
  expect(await requestReset(caller(), { email: person.email })).toBeUndefined();
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  expect(office.taken).toEqual([]);
  const said = JSON.stringify(lines);
  expect(said).toContain("could not be sent");
  expect(said).toContain("No such street");
  expect(said).not.toMatch(/hush-hush|reset-password\/\w/);
});

test("a server that is not there is answered alike, and logged", async () => {
  const person = await foundPerson();
  const lines = hearLog();
  await mailBySmtp();
  forget("mailer");
  once("mailer", () => createMailer({ smtpUrl: "smtp://127.0.0.1:1", outbox: "/dev/null/outbox", from }));
  expect(await requestReset(caller(), { email: person.email })).toBeUndefined();
  await expect.poll(() => JSON.stringify(lines)).toContain("ECONNREFUSED");
});

test("no line end in an address or a subject makes another header, by either way out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-mail-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mail = {
    to: "officer@alytus.example",
    subject: "Hello\r\nBcc: all@elsewhere.example",
    text: "Text.\r\n.\r\nMore.",
  };
  const office = await openPostOffice();
  const bySmtp = createMailer({ smtpUrl: office.url, outbox: "/dev/null/outbox", from });
  onTestFinished(() => bySmtp.close());
  await bySmtp.send(mail);
  await createMailer({ smtpUrl: undefined, outbox: join(folder, "outbox"), from }).send(mail);
  const [file = ""] = readdirSync(join(folder, "outbox"));
  const written = read(readFileSync(join(folder, "outbox", file), "utf8"));
  for (const { headers, text } of [...office.taken, written]) {
    expect(headers.bcc).toBeUndefined();
    expect(headers.subject).toContain("all@elsewhere.example");
    expect(text).toContain("Text.\n.\nMore.");
  }
  expect(office.taken[0]?.to).toEqual([mail.to]);
});

test("without a server a mail lies whole in the outbox, for the account's eyes alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-mail-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outbox = join(folder, "outbox");
  const { send } = createMailer({ smtpUrl: undefined, outbox, from });
  await send({ to: "a@alytus.example", subject: "Žinia", text: "Ąžuolas" });
  await send({ to: "b@alytus.example", subject: "Plain", text: "Oak" });
  const files = readdirSync(outbox).sort();
  expect(files).toHaveLength(2);
  const modes = [outbox, ...files.map((file) => join(outbox, file))].map((path) =>
    (statSync(path).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(["700", "600", "600"]);
  const mails = files.map((file) => read(readFileSync(join(outbox, file), "utf8")));
  const one = mails.find(({ headers }) => headers.to === "a@alytus.example");
  expect(one?.headers).toMatchObject({ from, subject: "Žinia" });
  expect(one?.text.trim()).toBe("Ąžuolas");
});

test("while a mail is being written, nobody who looks for mails finds a part of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "torg-mail-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outbox = join(folder, "outbox");
  const { send } = createMailer({ smtpUrl: undefined, outbox, from });
  const seen = new Set<string>();
  let isWritten = false;
  const sent = send({ to: "a@alytus.example", subject: "x", text: "Oak ".repeat(2_000_000) });
  void sent.then(() => (isWritten = true));
  while (!isWritten) {
    if (existsSync(outbox))
      for (const name of readdirSync(outbox))
        if (name.endsWith(".eml")) seen.add(readFileSync(join(outbox, name), "utf8").slice(-6).trim());
    await new Promise((looked) => setImmediate(looked));
  }
  expect([...seen].every((end) => end === "Oak")).toBe(true);
});

test("a mail that cannot be written is not said to be sent", async () => {
  const { send } = createMailer({ smtpUrl: undefined, outbox: "/dev/null/outbox", from });
  await expect(send({ to: "a@alytus.example", subject: "x", text: "x" })).rejects.toMatchObject({
    code: "ENOTDIR",
  });
});
