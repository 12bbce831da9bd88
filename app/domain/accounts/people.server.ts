// People as rows: how an account comes to be, and what its owner may set.
import { database, type Transaction } from "~/platform/db.server";
import { isLanguage, pseudoLanguage } from "~/i18n/languages";
import { settings } from "~/platform/settings.server";
import { newId } from "~/platform/id";
import { change } from "../activity/activities.server";
import { invalid } from "../refusal";
import { colourCount, spokenLanguages } from "./account";
import type { ChangeProfile } from "./account-orders";
import type { SignedIn } from "./sessions.server";

export interface NewPerson {
  name: string;
  email: string;
  passwordHash: string;
  language?: string;
  isAdministrator?: boolean;
}

/** Writes a person who signs in with a password. The colour is the one fewest people have so far. */
export async function insertPerson(transaction: Transaction, person: NewPerson): Promise<{ id: string }> {
  const id = newId();
  const colour = (await transaction.person.count()) % colourCount;
  const { name, email, language = "en", isAdministrator = false, passwordHash } = person;
  await transaction.person.create({
    data: {
      id,
      name,
      email,
      emailVerified: true,
      language,
      isAdministrator,
      colour,
      credentials: {
        create: { id: newId(), accountId: id, providerId: "credential", password: passwordHash },
      },
    },
  });
  return { id };
}

/** Changes what is given of one's own name, language, time zone, colours and whether single-key shortcuts are on. */
export async function changeProfile(own: SignedIn, order: Partial<ChangeProfile>): Promise<void> {
  const { language = own.person.language } = order;
  const isKnown = isLanguage(language) || (language === pseudoLanguage && settings().hasDemo);
  if (!isKnown) throw invalid("language", "unknownChoice");
  const personId = own.person.id;
  await change(async (transaction, record) => {
    await transaction.person.update({ where: { id: personId }, data: order });
    const { name, timeZone, colours, hasShortcuts } = own.person;
    await record({
      kind: "profile-changed",
      personId,
      subjectId: personId,
      before: { name, language: own.person.language, timeZone, colours, hasShortcuts },
      after: order,
      audience: [{ room: "person", personId }],
    });
  });
}

/** The codes of the languages that the person says they speak. */
export async function languagesSpoken(own: SignedIn): Promise<string[]> {
  const { speaks } = await database().read.person.findUniqueOrThrow({
    where: { id: own.person.id },
    select: { speaks: true },
  });
  return speaks.split(" ").filter(Boolean);
}

/** Sets which languages one speaks oneself, as colleagues in one's networks see. Refuses codes that are no language of the programme. */
export async function changeLanguagesSpoken(own: SignedIn, codes: readonly string[]): Promise<void> {
  if (!codes.every((code) => spokenLanguages.includes(code))) throw invalid("speaks", "unknownChoice");
  const personId = own.person.id;
  const speaks = spokenLanguages.filter((code) => codes.includes(code)).join(" ");
  await change(async (transaction, record) => {
    const before = await transaction.person.findUniqueOrThrow({
      where: { id: personId },
      select: { speaks: true },
    });
    if (before.speaks === speaks) return;
    await transaction.person.update({ where: { id: personId }, data: { speaks } });
    await record({
      kind: "profile-changed",
      personId,
      subjectId: personId,
      before,
      after: { speaks },
      audience: [{ room: "person", personId }],
    });
  });
}
