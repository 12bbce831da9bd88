// Run as a process of its own by mail-queue.test.ts: sends what is due, and dies by its own hand once the mail server has all of it.
import { openAccounts } from "~/domain/accounts/open-accounts.server";
import { runMailRound } from "~/domain/notifications/mail-queue.server";
import { shiftClock } from "~/platform/clock";
import { openDatabase } from "~/platform/db.server";
import { createMailer } from "~/platform/mail.server";
import { once } from "~/platform/once";
import { readSettings } from "~/platform/settings.server";

const [, , file = "", smtpUrl = "", shift = "0"] = process.argv;
const database = await openDatabase({ file });
once("settings", () => readSettings({ LOG_LEVEL: "error" }));
once("database", () => database);
const sending = createMailer({
  smtpUrl,
  outbox: "/dev/null/outbox",
  from: "Torg <torg@torg.alytus.example>",
});
once("mailer", () => ({
  ...sending,
  send: async (mail: Parameters<typeof sending.send>[0]) => {
    await sending.send(mail);
    // Taken by the server, and not recorded as sent.
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => undefined);
  },
}));
openAccounts({ origin: "http://127.0.0.1:3000", secret: "a secret of this test alone, long enough" });
shiftClock(Number(shift));
await runMailRound();
