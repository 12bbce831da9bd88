// Founds a network of its own for a test in one line, so that tenancy is proved on every run.
import { createDocument } from "~/domain/documents/documents.server";
import { publishDocument } from "~/domain/documents/publishing.server";
import type { Member } from "~/domain/access/member";
import { memberOf, type PersonActing } from "~/domain/access/members.server";
import type { Role } from "~/domain/access/role";
import { insertPerson } from "~/domain/accounts/people.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { world } from "./world";

/** The password of every account a test founds. */
export const testPassword = "a password for tests";

let passwordHash: Promise<string> | undefined;

export interface FoundedPerson extends PersonActing {
  email: string;
}

export interface FoundedNetwork {
  slug: string;
  networkId: string;
  /** Partnerships: the lead partner's city, the officer's city, a third one. */
  partners: { lead: string; own: string; other: string };
  leadPartner: Member;
  /** Project officer of the `own` city, and a colleague there. */
  officer: Member;
  colleague: Member;
  /** Project officer of the `other` city. */
  otherOfficer: Member;
  leadExpert: Member;
  /** For the `own` city. */
  adHocExpert: Member;
  /** Of the `own` city's local group. */
  localGroupMember: Member;
  observer: Member;
  /** Held a role until yesterday. */
  formerOfficer: FoundedPerson;
  /** Of the `own` city: one draft, one published. */
  draft: { id: string };
  published: { id: string };
  person(member: Member): Promise<FoundedPerson>;
}

/** A person with an account and no role anywhere. */
export async function foundPerson(name = "A stranger"): Promise<FoundedPerson> {
  await world();
  passwordHash ??= import("better-auth/crypto").then(({ hashPassword }) => hashPassword(testPassword));
  const hash = await passwordHash;
  const email = `${newId()}@test.torg`;
  const { id } = await database().write((transaction) =>
    insertPerson(transaction, { name, email, passwordHash: hash }),
  );
  return { id, name, email, language: "en", timeZone: "Europe/Brussels" };
}

/** Gives a person a role; `until` is when it ended or ends. */
export async function enrol(
  network: { networkId: string },
  person: { id: string },
  role: Role,
  partnershipId: string | null,
  until: Date | null = null,
): Promise<void> {
  const since = new Date(Date.now() - 30 * 86_400_000);
  await database().write((transaction) =>
    transaction.membership.create({
      data: {
        id: newId(),
        networkId: network.networkId,
        personId: person.id,
        role,
        partnershipId,
        since,
        until,
      },
    }),
  );
}

/** A network of three cities with somebody in every role, a draft and a published practice. */
export async function foundNetwork(): Promise<FoundedNetwork> {
  await world();
  const networkId = newId();
  const slug = `network-${networkId}`;
  await database().write((transaction) =>
    transaction.network.create({
      data: {
        id: networkId,
        slug,
        name: `Network ${networkId}`,
        type: "transfer",
        programme: "URBACT III",
        theme: "A theme",
      },
    }),
  );
  const partners = {
    lead: await foundPartner(networkId, "lead-partner", "Barnsley"),
    own: await foundPartner(networkId, "project-partner", "Alytus"),
    other: await foundPartner(networkId, "project-partner", "Novska"),
  };
  const people = new Map<string, FoundedPerson>();
  const member = async (name: string, role: Role, partnershipId: string | null): Promise<Member> => {
    const person = await foundPerson(name);
    people.set(person.id, person);
    await enrol({ networkId }, person, role, partnershipId);
    return memberOf(person, slug);
  };
  const officer = await member("Officer", "project-officer", partners.own);
  const formerOfficer = await foundPerson("Former officer");
  await enrol(
    { networkId },
    formerOfficer,
    "project-officer",
    partners.own,
    new Date(Date.now() - 86_400_000),
  );
  const write = (title: string) =>
    createDocument(officer, {
      partnershipId: partners.own,
      kind: "good-practice",
      title,
      language: "en",
      text: `Text of ${title}`,
    });
  const draft = await write("The draft");
  const published = await write("The published one");
  await publishDocument(officer, published.id, { revision: 1 });
  return {
    slug,
    networkId,
    partners,
    officer,
    formerOfficer,
    draft,
    published,
    leadPartner: await member("Lead partner", "lead-partner", partners.lead),
    colleague: await member("Colleague", "project-officer", partners.own),
    otherOfficer: await member("Other officer", "project-officer", partners.other),
    leadExpert: await member("Lead expert", "lead-expert", null),
    adHocExpert: await member("Ad-hoc expert", "ad-hoc-expert", partners.own),
    localGroupMember: await member("Local group member", "local-group-member", partners.own),
    observer: await member("Observer", "observer", null),
    person: async ({ personId }) => people.get(personId) ?? Promise.reject(new Error("not founded here")),
  };
}

async function foundPartner(networkId: string, role: string, city: string): Promise<string> {
  const id = newId();
  await database().write((transaction) =>
    transaction.partnership.create({
      data: {
        id,
        role,
        since: "2021-01-01",
        network: { connect: { id: networkId } },
        institution: {
          create: {
            id: newId(),
            name: `Municipality of ${city}`,
            city: {
              create: {
                id: newId(),
                country: "XX",
                names: { create: { language: "xx", name: city, isOwn: true } },
              },
            },
          },
        },
      },
    }),
  );
  return id;
}
