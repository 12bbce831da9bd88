// The mails about notices on their way, with a real SMTP server at the other end: taken, refused, hanging, and a process that dies.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { giveRole } from "~/domain/networks/memberships.server";
import { translate } from "~/i18n/translate.server";
import { deactivatePerson } from "~/domain/accounts/deactivation.server";
import { readMails, tryMailAgain } from "~/domain/notifications/mail-keeping.server";
import { openMailQueue, pauses, runMailRound, takeUp } from "~/domain/notifications/mail-queue.server";
import { now } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { foundAdministrator } from "../../support/administrator";
import { mentionOf, remark } from "../../support/notices";
import { outcome } from "../../support/outcome";
import { openPostOffice } from "../../support/post-office";
import {
  foundQuietNetwork,
  mailBySmtp,
  mailsOf,
  mailTo,
  minute,
  roundAfter,
} from "../../support/queued-mails";
import { signedInPerson } from "../../support/signed-in";
import { world } from "../../support/world";

/** A network in which one person is mentioned by another, in a published text. */
async function withMention() {
  const network = await foundQuietNetwork();
  const { leadExpert: writer, otherOfficer: reader, published } = network;
  await remark(writer, published.id, `See, ${mentionOf(reader)}`);
  const { email } = await network.person(reader);
  return { ...network, reader, email };
}

test("a mail is sent once and recorded as sent, with an id of its own", async () => {
  const { reader, email } = await withMention();
  const office = await mailBySmtp();
  await roundAfter(5 * minute, reader);
  await runMailRound();
  expect(office.taken.map(({ to }) => to)).toEqual([[email]]);
  const [mail] = await mailsOf(reader);
  expect(mail).toMatchObject({ state: "sent", tries: 1, problem: null });
  expect(office.taken[0]?.headers["message-id"]).toBe(`<${mail?.id}@127.0.0.1>`);
});

test("it is recorded as being sent before the mail server hears of it", async () => {
  const { reader } = await withMention();
  const office = await mailBySmtp({ isHanging: true }, 500);
  const round = roundAfter(5 * minute, reader);
  await office.hangs;
  expect(await mailsOf(reader)).toMatchObject([{ state: "sending", tries: 1 }]);
  await round;
  // Silence is a failure like any other: it is tried again.
  expect(await mailsOf(reader)).toMatchObject([{ state: "waiting", tries: 1 }]);
});

test("a server that refuses one address is given the mails of the others", async () => {
  const network = await withMention();
  const { officer, reader, email } = network;
  const other = await network.person(officer);
  await remark(network.leadExpert, network.published.id, `And ${mentionOf(officer)}`);
  const office = await mailBySmtp({ refused: (address) => address === email });
  await roundAfter(5 * minute, reader);
  expect(office.taken.map(({ to }) => to)).toEqual([[other.email]]);
  expect(await mailsOf(reader)).toMatchObject([
    { state: "waiting", tries: 1, problem: expect.stringContaining("No such mailbox") as string },
  ]);
});

test("a server that refuses all is asked again after longer and longer pauses; then the mail is given up, and administrators see why", async () => {
  const { reader, email } = await withMention();
  await mailBySmtp({ refusal: "Come back never" });
  const tries = async () => (await mailsOf(reader))[0]?.tries;
  await roundAfter(5 * minute, reader);
  let at = 5 * minute;
  for (const [tried, pause] of pauses.entries()) {
    await roundAfter(at + pause - minute / 2);
    expect(await tries()).toBe(tried + 1);
    at += pause + minute;
    await roundAfter(at);
    expect(await tries()).toBe(tried + 2);
  }
  expect(await mailsOf(reader)).toMatchObject([{ state: "given-up" }]);
  await roundAfter(at + 30 * 86_400_000);
  expect(await tries()).toBe(pauses.length + 1);

  const administrator = await foundAdministrator();
  const all = (await readMails(administrator)).givenUp;
  const givenUp = all.filter((mail) => mail.email === email);
  expect(givenUp).toMatchObject([
    {
      name: "Other officer",
      email,
      fault: "address",
      problem: expect.stringContaining("Come back never") as string,
    },
  ]);
  const order = { id: givenUp[0]?.id ?? "" };
  const stranger = await signedInPerson(reader.personId);
  expect(await outcome(readMails(stranger))).toBe("not-found");
  expect(await outcome(tryMailAgain(stranger, order))).toBe("not-found");
  const willing = await mailBySmtp();
  await tryMailAgain(administrator, order);
  expect(await outcome(tryMailAgain(administrator, order))).toBe("conflict");
  await runMailRound();
  expect(willing.taken.map(({ to }) => to)).toContainEqual([email]);
});

test("a server that is not there is asked for one mail only; the others wait without a try", async () => {
  const { officer, reader, leadExpert, published } = await withMention();
  await remark(leadExpert, published.id, `And ${mentionOf(officer)}`);
  mailTo("smtp://127.0.0.1:1");
  await roundAfter(5 * minute, reader);
  const tries = [...(await mailsOf(reader)), ...(await mailsOf(officer))].map((mail) => [
    mail.state,
    mail.tries,
  ]);
  expect(tries.sort()).toEqual([
    ["waiting", 0],
    ["waiting", 1],
  ]);
});

test("a process that dies after the server has the mail sends it again as the same mail", async () => {
  const { reader, email } = await withMention();
  const office = await openPostOffice();
  mailTo(office.url);
  // Makes the notices; nothing is due yet.
  await roundAfter(0, reader);
  const { folder } = await world();
  const shift = 6 * minute;
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      resolve("tests/domain/notifications/dying-sender.ts"),
      join(folder, "torg.db"),
      office.url,
      String(shift),
    ],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  expect(office.taken).toHaveLength(1);
  expect(await mailsOf(reader)).toMatchObject([{ state: "sending", tries: 1 }]);
  await takeUp();
  await roundAfter(shift);
  expect(office.taken.map(({ to }) => to)).toEqual([[email], [email]]);
  const [one, other] = office.taken.map(({ headers }) => headers["message-id"]);
  expect(one).toBe(other);
  expect(await mailsOf(reader)).toMatchObject([{ state: "sent", tries: 2 }]);
});

test("the queue takes up what was left when it opens, and stops in order", async () => {
  const { reader } = await withMention();
  const office = await mailBySmtp();
  await roundAfter(0, reader);
  const { id } = await database().read.notice.findFirstOrThrow({ where: { personId: reader.personId } });
  await database().write(async (transaction) => {
    const mail = { id: "0123456789abcdefghjk", personId: reader.personId, way: "at-once", state: "sending" };
    await transaction.queuedMail.create({ data: { ...mail, madeAt: now(), nextTryAt: now() } });
    await transaction.notice.update({ where: { id }, data: { mailId: mail.id, mailBy: null } });
  });
  const queue = openMailQueue();
  await expect.poll(() => office.taken.length).toBe(1);
  await queue.stop();
  expect(await mailsOf(reader)).toMatchObject([{ state: "sent" }]);
});

test("the end of the process does not wait for a server that hangs", async () => {
  const { reader } = await withMention();
  const office = await mailBySmtp({ isHanging: true }, 5_000);
  await roundAfter(0, reader);
  await database().write((transaction) => transaction.notice.updateMany({ data: { mailBy: now() } }));
  const at = new Date(now().getTime() - 10 * minute);
  await database().write((transaction) => transaction.notice.updateMany({ data: { at } }));
  const queue = openMailQueue();
  await office.hangs;
  await queue.stop();
  expect(await mailsOf(reader)).toMatchObject([{ state: "sending" }]);
  await expect.poll(async () => (await mailsOf(reader))[0]?.state, { timeout: 10_000 }).toBe("waiting");
});

test("nothing is sent to a closed account, and what was sent long ago is forgotten", async () => {
  const { reader, officer, leadExpert, published } = await withMention();
  await remark(leadExpert, published.id, mentionOf(officer));
  const office = await mailBySmtp();
  await deactivatePerson(await foundAdministrator(), reader.personId);
  await roundAfter(5 * minute, officer);
  expect(office.taken.filter(({ headers }) => headers["list-unsubscribe"])).toHaveLength(1);
  expect(await mailsOf(reader)).toEqual([]);
  const [sent] = await mailsOf(officer);
  await roundAfter(31 * 86_400_000);
  expect(sent).toMatchObject({ state: "sent" });
  expect((await mailsOf(officer)).map(({ id }) => id)).not.toContain(sent?.id);
  expect(await database().read.notice.count({ where: { personId: officer.personId } })).toBe(2);
});

test("a mail about a role waits in the same queue: with the change or not at all, tried again after a pause, and as the same mail", async () => {
  const network = await foundQuietNetwork();
  const { leadPartner, observer } = network;
  const { email, personId } = { ...(await network.person(observer)), personId: observer.personId };
  const order = { role: "lead-expert", since: null, until: null, personId, email: "" } as const;
  const wrong = { ...order, partnershipIds: [network.partners.own] };
  expect(await outcome(giveRole(leadPartner, wrong))).toBe("invalid");
  expect(await mailsOf(observer)).toEqual([]);
  await giveRole(leadPartner, { ...order, partnershipIds: [] });
  expect(await mailsOf(observer)).toMatchObject([{ state: "waiting", tries: 0 }]);

  await mailBySmtp({ refusal: "Come back later" });
  await roundAfter(0);
  expect(await mailsOf(observer)).toMatchObject([{ state: "waiting", tries: 1 }]);
  await database().write((transaction) =>
    transaction.person.update({ where: { id: personId }, data: { language: "lt" } }),
  );
  const office = await mailBySmtp();
  await roundAfter(2 * minute, observer);
  await runMailRound();
  expect(office.taken.map(({ to }) => to)).toEqual([[email]]);
  const [mail] = await mailsOf(observer);
  expect(mail).toMatchObject({ state: "sent", tries: 2 });
  expect(office.taken[0]?.headers["message-id"]).toBe(`<${mail?.id}@127.0.0.1>`);
  expect(office.taken[0]?.text).toContain(translate("lt")("frame:role.lead-expert"));
  // Its notice is in Torg, and goes by no mail of its own.
  expect(await database().read.notice.findMany({ where: { personId } })).toMatchObject([
    { kind: "role", mailBy: null, mailId: null },
  ]);
});

test("whoever wants to hear of roles daily or never is sent no mail of its own, and whose account is closed none at all", async () => {
  const network = await foundQuietNetwork();
  const { leadPartner, observer, otherOfficer } = network;
  const office = await mailBySmtp();
  await database().write((transaction) =>
    transaction.noticeWay.create({ data: { personId: observer.personId, kind: "role", way: "daily" } }),
  );
  for (const { personId } of [observer, otherOfficer])
    await giveRole(leadPartner, {
      ...{ role: "lead-expert", since: null, until: null, partnershipIds: [], personId, email: "" },
    });
  await deactivatePerson(await foundAdministrator(), otherOfficer.personId);
  await roundAfter(0, observer);
  // That of the account itself.
  await expect.poll(() => office.taken.length).toBe(1);
  for (const member of [observer, otherOfficer])
    expect(await mailsOf(member)).toMatchObject([{ state: "empty", tries: 0 }]);
});
