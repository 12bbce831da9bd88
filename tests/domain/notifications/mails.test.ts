// What goes by mail, to whom, when and in which words: gathered by text or by day, never of what was read or may be known no more.
import { expect, test } from "vitest";
import type { Member } from "~/domain/access/member";
import { deleteComment } from "~/domain/comments/comments.server";
import { resolveComment } from "~/domain/comments/resolving.server";
import { withdrawDocument } from "~/domain/documents/publishing.server";
import { endRole } from "~/domain/networks/memberships.server";
import { setAttention } from "~/domain/notifications/attention.server";
import { gathering } from "~/domain/notifications/mail-times.server";
import { openNotice, snoozeNotice } from "~/domain/notifications/notices.server";
import { snoozedUntil } from "~/domain/notifications/snooze";
import { readUnsubscribe, unsubscribe, unsubscribePath } from "~/domain/notifications/unsubscribe.server";
import { chooseWays, readWays } from "~/domain/notifications/ways.server";
import { nextHour } from "~/domain/networks/reader-days";
import { now, shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { mentionOf, noticesFor, remark } from "../../support/notices";
import { outcome } from "../../support/outcome";
import { foundQuietNetwork, mailBySmtp, mailsOf, minute, roundAfter } from "../../support/queued-mails";
import { signedInPerson } from "../../support/signed-in";

const day = 24 * 60 * minute;

async function speaks(member: Member, language: string, timeZone: string): Promise<void> {
  await database().write((transaction) =>
    transaction.person.update({ where: { id: member.personId }, data: { language, timeZone } }),
  );
}

test("what comes of one text within five minutes is one mail, in the reader's language, as text and as a page, with a way to each remark", async () => {
  const { leadExpert, otherOfficer, officer, slug, published } = await foundQuietNetwork();
  await speaks(otherOfficer, "lt", "Europe/Vilnius");
  const office = await mailBySmtp();
  const first = await remark(leadExpert, published.id, `Who pays & <b>when</b>? ${mentionOf(otherOfficer)}`);
  const second = await remark(officer, published.id, `We do, ${mentionOf(otherOfficer)}`);
  await roundAfter(gathering - minute, officer);
  expect(office.taken).toHaveLength(0);
  await roundAfter(gathering);
  expect(office.taken).toHaveLength(1);
  const [mail] = office.taken;
  if (!mail) throw new Error("it was taken");
  expect(mail.headers.subject).toBe("Torg: naujienos apie „The published one“");
  const links = [first, second].map(
    (id) => `http://127.0.0.1:3000/networks/${slug}/documents/${published.id}?remark=${id}#comment-${id}`,
  );
  for (const words of [...links, "Lead expert paminėjo Jus komentare prie „The published one“"])
    expect(mail.text).toContain(words);
  expect(mail.text.indexOf(links[0] ?? "")).toBeLessThan(mail.text.indexOf(links[1] ?? ""));
  expect(mail.html).toContain('<html lang="lt">');
  expect(mail.html).toContain(`<a href="${links[0]}"`);
  expect(mail.html).not.toContain("<b>when");
  const path = unsubscribePath(otherOfficer.personId);
  expect(mail.headers).toMatchObject({
    "list-unsubscribe": `<http://127.0.0.1:3000${path}>`,
    "list-unsubscribe-post": "List-Unsubscribe=One-Click",
  });
  expect(mail.text).toContain(path);
});

test("a mail about one's own remark that was declined says so, and why, as text and as a page", async () => {
  const { leadExpert, officer, published } = await foundQuietNetwork();
  await speaks(leadExpert, "lt", "Europe/Vilnius");
  await chooseWays(await signedInPerson(leadExpert.personId), { way: { resolved: "at-once" } });
  const office = await mailBySmtp();
  const id = await remark(leadExpert, published.id, "Who pays?");
  await resolveComment(officer, published.id, { id, outcome: "declined", reason: "Nobody <b>yet</b>." });
  await roundAfter(gathering, officer);
  const mail = office.taken.find(({ headers }) => headers.subject?.includes("atmetė"));
  expect(mail?.headers.subject).toBe("Torg: Officer atmetė Jūsų komentarą prie „The published one“");
  expect(mail?.text).toContain("> Who pays?\nPriežastis: Nobody <b>yet</b>.\n");
  expect(mail?.html).toContain("Priežastis: Nobody &lt;b&gt;yet&lt;/b&gt;.");
});

test("things of two texts are two mails", async () => {
  const { leadExpert, otherOfficer, officer, draft, published } = await foundQuietNetwork();
  const office = await mailBySmtp();
  const { publishDocument } = await import("~/domain/documents/publishing.server");
  await publishDocument(officer, draft.id, { revision: 1 });
  for (const { id } of [draft, published]) await remark(leadExpert, id, mentionOf(otherOfficer));
  await roundAfter(gathering, officer);
  expect(office.taken.map(({ headers }) => headers.subject).sort()).toEqual([
    "Torg: Lead expert mentions you in a comment on “The draft”",
    "Torg: Lead expert mentions you in a comment on “The published one”",
  ]);
});

test("what is told once a day goes in one mail in the morning of the account's own day", async () => {
  const { leadExpert, officer, published } = await foundQuietNetwork();
  await speaks(officer, "it", "Atlantic/Azores");
  const office = await mailBySmtp();
  await remark(leadExpert, published.id, "One");
  await remark(leadExpert, published.id, "Two");
  const morning = nextHour(now(), 7, "Atlantic/Azores").getTime() - now().getTime();
  await roundAfter(morning - minute, officer);
  expect(office.taken).toHaveLength(0);
  await roundAfter(morning + minute);
  expect(office.taken).toHaveLength(1);
  expect(office.taken[0]?.headers.subject).toMatch(/^Torg: i Suoi avvisi, /);
  expect(office.taken[0]?.text).toMatch(/One[^]*Two/);
});

test("the morning is seven o'clock there, also when the clocks change", () => {
  const at = (text: string) => nextHour(new Date(text), 7, "Europe/Vilnius").toISOString();
  expect(at("2026-03-28T04:00:00Z")).toBe("2026-03-28T05:00:00.000Z");
  expect(at("2026-03-28T05:00:00Z")).toBe("2026-03-29T04:00:00.000Z");
  expect(at("2026-10-24T23:30:00Z")).toBe("2026-10-25T05:00:00.000Z");
  const zone = "Europe/Vilnius";
  const friday = new Date("2020-04-03T09:00:00Z");
  expect(snoozedUntil("later", friday, zone).toISOString()).toBe("2020-04-03T12:00:00.000Z");
  expect(snoozedUntil("later", new Date("2020-04-03T20:00:00Z"), zone).toISOString()).toBe(
    "2020-04-03T20:59:00.000Z",
  );
  expect(snoozedUntil("tomorrow", friday, zone).toISOString()).toBe("2020-04-04T05:00:00.000Z");
  expect(snoozedUntil("next-week", friday, zone).toISOString()).toBe("2020-04-06T05:00:00.000Z");
  expect(snoozedUntil("next-week", new Date("2020-04-06T09:00:00Z"), zone).toISOString()).toBe(
    "2020-04-13T05:00:00.000Z",
  );
});

test("nothing goes by mail that was read or put off in Torg by then, nor what its reader wants no more", async () => {
  const { leadExpert, officer, otherOfficer, colleague, leadPartner, published } = await foundQuietNetwork();
  const office = await mailBySmtp();
  const all = [officer, otherOfficer, colleague, leadPartner];
  await remark(leadExpert, published.id, all.map(mentionOf).join(" "));
  const own = (member: Member) => signedInPerson(member.personId);
  const noticeOf = async (member: Member) => (await noticesFor(member))[0]?.id ?? "";
  await openNotice(await own(officer), { id: await noticeOf(officer) });
  await snoozeNotice(await own(otherOfficer), { id: await noticeOf(otherOfficer), until: "later" });
  await chooseWays(await own(colleague), { way: { mention: "never" } });
  await roundAfter(gathering, officer);
  expect(office.taken.flatMap(({ to }) => to)).toHaveLength(1);
  expect((await mailsOf(leadPartner)).map(({ state }) => state)).toEqual(["sent"]);
});

test("whoever chooses another way meanwhile hears of it in that way; who mutes the text hears no more", async () => {
  const { leadExpert, officer, published } = await foundQuietNetwork();
  const office = await mailBySmtp();
  await chooseWays(await signedInPerson(officer.personId), { way: { remark: "at-once" } });
  await remark(leadExpert, published.id, "Words");
  await roundAfter(0, officer);
  await chooseWays(await signedInPerson(officer.personId), { way: { remark: "daily" } });
  await roundAfter(gathering);
  const morning = nextHour(now(), 7, "Europe/Brussels").getTime() - now().getTime();
  expect(office.taken).toHaveLength(0);
  await setAttention(officer, { place: "document", placeId: published.id, wish: "mute" });
  await roundAfter(gathering + morning + minute);
  expect(office.taken).toHaveLength(0);
  expect(await database().read.notice.count({ where: { mailBy: { not: null } } })).toBe(0);
});

test.each([
  [
    "a role that ended",
    ({ otherOfficer, networkId }: Awaited<ReturnType<typeof foundQuietNetwork>>) =>
      database().write((transaction) =>
        transaction.membership.updateMany({
          where: { networkId, personId: otherOfficer.personId },
          data: { until: new Date(now().getTime() - 1_000) },
        }),
      ),
  ],
  [
    "a text that was withdrawn",
    ({ officer, published }: Awaited<ReturnType<typeof foundQuietNetwork>>) =>
      withdrawDocument(officer, published.id),
  ],
  [
    "a remark that was deleted",
    ({ leadExpert, published }: Awaited<ReturnType<typeof foundQuietNetwork>>, id: string) =>
      deleteComment(leadExpert, published.id, id),
  ],
])(
  "nobody is told by mail after %s, neither when it is made nor when it is tried again",
  async (_, closes) => {
    for (const isMadeBefore of [false, true]) {
      shiftClock(0);
      const network = await foundQuietNetwork();
      const { leadExpert, otherOfficer, published } = network;
      const { email } = await network.person(otherOfficer);
      const refusing = await mailBySmtp({ refusal: "Later" });
      const id = await remark(leadExpert, published.id, `Secret words, ${mentionOf(otherOfficer)}`);
      if (isMadeBefore) await roundAfter(gathering, otherOfficer);
      expect(refusing.refused()).toBe(isMadeBefore ? 1 : 0);
      await roundAfter(isMadeBefore ? gathering : 0, otherOfficer);
      const office = await mailBySmtp();
      await closes(network, id);
      await roundAfter(day, otherOfficer);
      expect(office.taken.filter(({ to }) => to.includes(email))).toEqual([]);
      expect((await mailsOf(otherOfficer)).map(({ state }) => state)).toEqual(isMadeBefore ? ["empty"] : []);
    }
  },
);

test("a link to end the mails works for its person alone, twice as well as once, and nothing comes after", async () => {
  const { leadExpert, officer, otherOfficer, published } = await foundQuietNetwork();
  const office = await mailBySmtp();
  const token = (member: Member) => unsubscribePath(member.personId).split("/").at(-1) ?? "";
  const [, signature = ""] = token(otherOfficer).split(".");
  for (const forged of [
    "",
    "x",
    `${officer.personId}.${signature}`,
    `${token(otherOfficer)}x`,
    `${token(otherOfficer)}.data`,
    otherOfficer.personId,
  ]) {
    expect(await outcome(unsubscribe(forged))).toBe("not-found");
    expect(await outcome(readUnsubscribe(forged))).toBe("not-found");
  }
  expect(await readUnsubscribe(token(otherOfficer))).toEqual({ isDone: false });
  await remark(leadExpert, published.id, `${mentionOf(officer)} ${mentionOf(otherOfficer)}`);
  await roundAfter(0, officer);
  await unsubscribe(token(otherOfficer));
  await unsubscribe(token(otherOfficer));
  expect(await readUnsubscribe(token(otherOfficer))).toEqual({ isDone: true });
  await roundAfter(day);
  expect(office.taken).toHaveLength(1);
  expect((await mailsOf(officer)).map(({ state }) => state)).toEqual(["sent"]);
  // In Torg it is there; what was not wanted at all stays so.
  expect(await noticesFor(otherOfficer)).toHaveLength(1);
  const ways = new Map(
    (await readWays(await signedInPerson(otherOfficer.personId))).map(({ kind, way }) => [kind, way]),
  );
  expect([ways.get("mention"), ways.get("published")]).toEqual(["never", "off"]);
});

test("only what is published can be left out altogether", async () => {
  const { officer } = await foundQuietNetwork();
  const own = await signedInPerson(officer.personId);
  expect(await outcome(chooseWays(own, { way: { mention: "off" } }))).toBe("invalid");
  expect(await outcome(chooseWays(own, { way: { published: "off" } }))).toBe("done");
});

test("of one's role one hears as one chose: at once by a mail of its own, once a day with the rest, or never", async () => {
  const { leadPartner, officer, otherOfficer, leadExpert, networkId } = await foundQuietNetwork();
  const office = await mailBySmtp();
  const endRoleOf = async ({ personId }: Member) => {
    const { id } = await database().read.membership.findFirstOrThrow({ where: { networkId, personId } });
    await endRole(leadPartner, { membershipId: id });
  };
  await chooseWays(await signedInPerson(otherOfficer.personId), { way: { role: "daily" } });
  await chooseWays(await signedInPerson(leadExpert.personId), { way: { role: "never" } });
  for (const member of [leadExpert, otherOfficer, officer]) await endRoleOf(member);
  const own = /^Torg: your role in .* has ended$/;
  await roundAfter(0);
  expect(office.taken.map(({ headers }) => headers.subject)).toEqual([expect.stringMatching(own)]);
  await roundAfter(2 * day, leadPartner);
  expect(office.taken.map(({ headers }) => headers.subject)).toEqual([
    expect.stringMatching(own),
    expect.stringMatching(/^Torg: your notices, /),
  ]);
  expect(office.taken[1]?.text).toContain("Lead partner has ended your role in");
  const states = async (member: Member) => (await mailsOf(member)).map(({ state }) => state);
  expect(await states(otherOfficer)).toEqual(["empty", "sent"]);
  expect(await states(leadExpert)).toEqual(["empty"]);
  expect(await states(officer)).toEqual(["sent"]);
  for (const member of [leadExpert, otherOfficer, officer])
    expect(await noticesFor(member)).toMatchObject([{ kind: "role", sentence: "roleEnded" }]);
});
