// No more mails about notices, by the link in each of them: whoever has its signed token may, without signing in, and nobody without.
import { createHmac, timingSafeEqual } from "node:crypto";
import { database } from "~/platform/db.server";
import { isId } from "~/platform/id";
import { authOptions } from "../accounts/auth.server";
import { notFound } from "../refusal";
import { mailTimes, wayOf } from "./mail-times.server";
import { noticeKinds } from "./notice";

/** Where this person ends the mails: an address that works for them alone, and in whatever browser. */
export function unsubscribePath(personId: string): string {
  return `/unsubscribe/${personId}.${signatureOf(personId)}`;
}

/** Whether somebody may end mails by this token, and whether they have. Refuses `not-found` a token that we have not made. */
export async function readUnsubscribe(token: string): Promise<{ isDone: boolean }> {
  const personId = personIn(token);
  const person = await database().read.person.findUnique({
    where: { id: personId },
    select: { timeZone: true, noticeWays: { select: { kind: true, way: true } } },
  });
  if (!person) throw notFound();
  const times = mailTimes(person);
  return { isDone: noticeKinds.every((kind) => ["never", "off"].includes(wayOf(kind, times))) };
}

/** The language of whom this token is for; null for a token that we have not made. */
export async function languageOfUnsubscribe(token: string): Promise<string | null> {
  const id = personNamedIn(token);
  const person =
    id === null
      ? null
      : await database().read.person.findUnique({ where: { id }, select: { language: true } });
  return person?.language ?? null;
}

/** From now on no kind of notices is told by mail; in Torg all stay. Refuses `not-found` a token that we have not made. */
export async function unsubscribe(token: string): Promise<void> {
  const personId = personIn(token);
  await database().write(async (transaction) => {
    const person = await transaction.person.findUnique({
      where: { id: personId },
      select: { timeZone: true, noticeWays: { select: { kind: true, way: true } } },
    });
    if (!person) throw notFound();
    const times = mailTimes(person);
    for (const kind of noticeKinds) {
      if (["never", "off"].includes(wayOf(kind, times))) continue;
      await transaction.noticeWay.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, way: "never" },
        update: { way: "never" },
      });
    }
  });
}

function personIn(token: string): string {
  const personId = personNamedIn(token);
  if (personId === null) throw notFound();
  return personId;
}

function personNamedIn(token: string): string | null {
  const [personId = "", signature = "", ...more] = token.split(".");
  const [given, own] = [Buffer.from(signature), Buffer.from(signatureOf(personId))];
  const isOurs = isId(personId) && given.length === own.length && timingSafeEqual(given, own);
  return isOurs && more.length === 0 ? personId : null;
}

/** For this alone: what signs a cookie signs no such token, nor the other way round. */
function signatureOf(personId: string): string {
  return createHmac("sha256", authOptions().secret)
    .update(`unsubscribe from notices ${personId}`)
    .digest("base64url");
}
