// Signing in and out, sessions, passwords, resets, and the first administrator.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import {
  createFirstAdministrator,
  demandFirstAdministratorToken,
  offerFirstAdministrator,
} from "~/domain/accounts/first-administrator.server";
import { changePassword, requestReset, isResetOpen, resetPassword } from "~/domain/accounts/passwords.server";
import { changeProfile } from "~/domain/accounts/people.server";
import {
  endOtherSessions,
  endSession,
  listSessions,
  signedIn,
  signIn,
  type SignedIn,
} from "~/domain/accounts/sessions.server";
import { refusalIn } from "~/domain/refusal";
import { shiftClock } from "~/platform/clock";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundPerson, testPassword } from "../support/found-network";
import { outcome } from "../support/outcome";
import { world } from "../support/world";

const newPassword = "quite another password";

let addresses = 0;
/** A client of its own for each call, so that one test's tries do not count against another's. */
const caller = () => ({ address: `198.51.100.${(addresses += 1)}`, userAgent: "Test browser" });

const cookieOf = (setCookies: string[]) => setCookies.map((cookie) => cookie.split(";")[0]).join("; ");

async function signInAs(email: string, password = testPassword): Promise<{ cookie: string; own: SignedIn }> {
  const { setCookies } = await signIn(caller(), { email, password });
  const cookie = cookieOf(setCookies);
  const own = await signedIn(cookie);
  if (!own) throw new Error("not signed in");
  return { cookie, own };
}

async function wrongWith(promise: Promise<unknown>): Promise<unknown> {
  const refusal = await promise.then(() => undefined, refusalIn);
  return refusal?.kind === "invalid" ? refusal.fields : refusal;
}

test("the right password signs in with a cookie no script can read and no other site sends", async () => {
  const { email } = await foundPerson();
  const { setCookies } = await signIn(caller(), { email, password: testPassword });
  expect(setCookies).toHaveLength(1);
  expect(setCookies[0]).toMatch(/^torg\.session_token=/);
  expect(setCookies[0]).toMatch(/HttpOnly/i);
  expect(setCookies[0]).toMatch(/SameSite=Lax/i);
});

test("a wrong password and an unknown address get the same words", async () => {
  const { email } = await foundPerson();
  const wrong = { form: { key: "wrongCredentials" } };
  expect(await wrongWith(signIn(caller(), { email, password: "not the password" }))).toEqual(wrong);
  expect(
    await wrongWith(signIn(caller(), { email: "nobody@test.torg", password: "not the password" })),
  ).toEqual(wrong);
});

test("a deactivated person signs in nowhere, and an open session of theirs is over", async () => {
  const { id, email } = await foundPerson();
  const { cookie } = await signInAs(email);
  await database().write((transaction) =>
    transaction.person.update({ where: { id }, data: { deactivatedAt: new Date() } }),
  );
  expect(await signedIn(cookie)).toBeNull();
  expect(await wrongWith(signIn(caller(), { email, password: testPassword }))).toEqual({
    form: { key: "wrongCredentials" },
  });
});

test("a forged, cut or foreign cookie is nobody's", async () => {
  const { email } = await foundPerson();
  const { cookie } = await signInAs(email);
  expect(await signedIn(cookie)).not.toBeNull();
  const value = cookie.split("=")[1] ?? "";
  for (const forged of [
    `torg.session_token=x${value}`,
    cookie.slice(0, -6),
    `other=${value}`,
    "torg.session_token=%",
    "torg.session_token=a.b",
    "",
  ]) {
    expect(await signedIn(forged)).toBeNull();
  }
});

test("after ten wrong tries on one account from one address even the right password waits, known account or not", async () => {
  const { email } = await foundPerson();
  for (const tried of [email, "unknown@test.torg"]) {
    const one = caller();
    for (let index = 0; index < 10; index += 1)
      await outcome(signIn(one, { email: tried, password: "wrong wrong" }));
    expect(await wrongWith(signIn(one, { email: tried, password: testPassword }))).toEqual({
      form: { key: "tooManyTries", values: { minutes: 15 } },
    });
  }
  expect(await outcome(signIn(caller(), { email, password: testPassword }))).toBe("done");
});

test("one address trying many accounts is stopped, and IPv6 neighbours count as one", async () => {
  const tries = Array.from({ length: 100 }, (_, index) => ({
    email: `a${index}@test.torg`,
    password: "wrong wrong",
  }));
  const { chargeSignIn } = await import("~/domain/accounts/limits.server");
  for (const [index, { email }] of tries.entries())
    await chargeSignIn(`2001:db8::${index.toString(16)}`, email);
  expect(await outcome(chargeSignIn("2001:db8:0:0:ffff::1", "b@test.torg"))).toBe("invalid");
  expect(await outcome(chargeSignIn("2001:db8:0:1::1", "b@test.torg"))).toBe("done");
});

test("signing out ends the session and tells its sockets", async () => {
  const { email } = await foundPerson();
  const { cookie, own } = await signInAs(email);
  const told = heardEndings();
  await endSession(own, own.sessionId);
  expect(await signedIn(cookie)).toBeNull();
  expect(told).toEqual([{ personId: own.person.id, sessionId: own.sessionId }]);
});

test("a person sees and ends their own sessions, and nobody else's", async () => {
  const { email } = await foundPerson();
  const here = await signInAs(email);
  const there = await signInAs(email);
  const stranger = await signInAs((await foundPerson()).email);
  expect((await listSessions(here.own)).map(({ isThis }) => isThis)).toEqual([true, false]);
  expect(await outcome(endSession(stranger.own, there.own.sessionId))).toBe("not-found");
  expect(await signedIn(there.cookie)).not.toBeNull();
  await endOtherSessions(here.own);
  expect(await signedIn(there.cookie)).toBeNull();
  expect(await signedIn(here.cookie)).not.toBeNull();
  expect(await signedIn(stranger.cookie)).not.toBeNull();
});

test("changing the password needs the present one, ends the other sessions and tells their sockets", async () => {
  const { email } = await foundPerson();
  const here = await signInAs(email);
  const there = await signInAs(email);
  const order = { current: "not it at all", password: newPassword };
  expect(await wrongWith(changePassword(caller(), here.own, order))).toEqual({
    current: { key: "wrongPassword" },
  });
  const told = heardEndings();
  await changePassword(caller(), here.own, { ...order, current: testPassword });
  expect(told).toEqual([{ personId: here.own.person.id, exceptSessionId: here.own.sessionId }]);
  expect(await signedIn(there.cookie)).toBeNull();
  expect(await signedIn(here.cookie)).not.toBeNull();
  expect(await outcome(signIn(caller(), { email, password: testPassword }))).toBe("invalid");
  await signInAs(email, newPassword);
});

test("a reset link works once, ends all sessions, and lies in the outbox where no SMTP server is set", async () => {
  const { email, id } = await foundPerson();
  const { cookie } = await signInAs(email);
  await requestReset(caller(), { email });
  await requestReset(caller(), { email });
  await vi.waitFor(async () => expect(await mailsTo(email)).toHaveLength(2), 5_000);
  const [first = "", second = ""] = await mailsTo(email);
  expect(first).toContain("http://127.0.0.1:3000/reset-password/");
  const told = heardEndings();
  await resetPassword(caller(), tokenIn(second), { password: newPassword });
  expect(told).toEqual([{ personId: id }]);
  expect(await signedIn(cookie)).toBeNull();
  await signInAs(email, newPassword);
  for (const used of [tokenIn(second), tokenIn(first), "made-up"]) {
    expect(await wrongWith(resetPassword(caller(), used, { password: newPassword }))).toEqual({
      form: { key: "linkUsed" },
    });
  }
});

test("a reset link is told to be used or too old before a password is chosen, and looking uses nothing up", async () => {
  const { email } = await foundPerson();
  await requestReset(caller(), { email });
  await vi.waitFor(async () => expect(await mailsTo(email)).toHaveLength(1), 5_000);
  const token = tokenIn((await mailsTo(email))[0] ?? "");
  const visitor = caller();
  for (let time = 0; time < 40; time += 1) expect(await isResetOpen(visitor, token)).toBe(true);
  shiftClock(25 * 3_600_000);
  expect(await isResetOpen(caller(), token)).toBe(false);
  shiftClock(0);
  await resetPassword(caller(), token, { password: newPassword });
  expect(await isResetOpen(caller(), token)).toBe(false);
  expect(await isResetOpen(caller(), "made-up")).toBe(false);
  // Whoever tries many is told nothing any more.
  const guesser = caller();
  const tries: boolean[] = [];
  for (let time = 0; time < 200; time += 1) tries.push(await isResetOpen(guesser, `guess-${time}`));
  expect([tries[0], tries.at(-1)]).toEqual([false, true]);
});

test("asking for a reset answers the same for an unknown address, and sends nothing", async () => {
  const before = (await allMails()).length;
  await requestReset(caller(), { email: "nobody@test.torg" });
  const { email } = await foundPerson();
  await requestReset(caller(), { email });
  await vi.waitFor(async () => expect((await allMails()).length).toBe(before + 1), 5_000);
  expect(await mailsTo("nobody@test.torg")).toEqual([]);
});

test("the token of a reset link is not kept as it is", async () => {
  const { email } = await foundPerson();
  await requestReset(caller(), { email });
  await vi.waitFor(async () => expect(await mailsTo(email)).toHaveLength(1), 5_000);
  const token = tokenIn((await mailsTo(email))[0] ?? "");
  const rows = await database().read.verification.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a session in use is prolonged, an unused one is over after thirty days", async () => {
  const { email } = await foundPerson();
  const { cookie } = await signInAs(email);
  const day = 86_400_000;
  try {
    shiftClock(20 * day);
    expect(await signedIn(cookie)).toMatchObject({ isProlonged: true });
    expect(await signedIn(cookie)).toMatchObject({ isProlonged: false });
    shiftClock(45 * day);
    expect(await signedIn(cookie)).not.toBeNull();
    shiftClock(80 * day);
    expect(await signedIn(cookie)).toBeNull();
  } finally {
    shiftClock(0);
  }
});

test("the profile is one's own; an unknown language is refused", async () => {
  const { email } = await foundPerson();
  const { own, cookie } = await signInAs(email);
  const order = {
    name: "New name",
    language: "lt",
    timeZone: "Europe/Vilnius",
    colours: "dark" as const,
    hasShortcuts: false,
  };
  await changeProfile(own, order);
  expect((await signedIn(cookie))?.person).toMatchObject(order);
  expect(await wrongWith(changeProfile(own, { ...order, language: "tlh" }))).toEqual({
    language: { key: "unknownChoice" },
  });
});

test("the first administrator is created once, by the newest address, and only where nobody has an account", async () => {
  await world();
  await foundPerson();
  expect(await offerFirstAdministrator()).toBeNull();
  await database().write(async (transaction) => {
    await transaction.activity.deleteMany();
    await transaction.person.deleteMany();
  });
  const earlier = (await offerFirstAdministrator()) ?? "";
  const token = (await offerFirstAdministrator()) ?? "";
  const order = { name: "Administrator", email: `${newId()}@test.torg`, password: newPassword };
  expect(await outcome(demandFirstAdministratorToken(caller(), earlier))).toBe("not-found");
  expect(await outcome(demandFirstAdministratorToken(caller(), token))).toBe("done");
  expect(await outcome(createFirstAdministrator(caller(), earlier, order))).toBe("not-found");
  await createFirstAdministrator(caller(), token, order);
  expect((await signInAs(order.email, newPassword)).own.person.isAdministrator).toBe(true);
  expect(await outcome(createFirstAdministrator(caller(), token, order))).toBe("not-found");
});

function heardEndings(): SessionsEnded[] {
  const told: SessionsEnded[] = [];
  happenings().on("sessions-ended", (ended) => told.push(ended));
  return told;
}

async function allMails(): Promise<string[]> {
  const { outbox } = await world();
  try {
    return readdirSync(outbox)
      .filter((name) => name.endsWith(".eml"))
      .sort()
      .map((name) => readFileSync(join(outbox, name), "utf8"));
  } catch {
    return [];
  }
}

async function mailsTo(email: string): Promise<string[]> {
  return (await allMails()).filter((mail) => mail.includes(`To: ${email}`));
}

function tokenIn(mail: string): string {
  return /\/reset-password\/(\S+)/.exec(mail)?.[1] ?? "";
}
