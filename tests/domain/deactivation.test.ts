// Deactivating a person: an administrator's order that ends everything at once and leaves the work where it is.
import { expect, test } from "vitest";
import { deactivatePerson, reactivatePerson } from "~/domain/accounts/deactivation.server";
import { changeLanguagesSpoken, languagesSpoken } from "~/domain/accounts/people.server";
import { signedIn, type SignedIn } from "~/domain/accounts/sessions.server";
import { happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import { refusalIn } from "~/domain/refusal";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundNetwork, foundPerson, type FoundedPerson } from "../support/found-network";
import { outcome } from "../support/outcome";
import { cookieFor } from "../support/sockets";

async function ownOf(person: FoundedPerson): Promise<SignedIn & { cookie: string }> {
  const cookie = await cookieFor(person);
  const own = await signedIn(cookie);
  if (!own) throw new Error("not signed in");
  return { ...own, cookie };
}

async function administrator(): Promise<SignedIn & { cookie: string }> {
  const person = await foundPerson("An administrator");
  await database().write((transaction) =>
    transaction.person.update({ where: { id: person.id }, data: { isAdministrator: true } }),
  );
  return ownOf(person);
}

async function wrongWith(promise: Promise<unknown>): Promise<unknown> {
  const refusal = await promise.then(() => undefined, refusalIn);
  return refusal?.kind === "invalid" ? refusal.fields : refusal?.kind;
}

const lastRow = () =>
  database().read.activity.findFirstOrThrow({ where: { chain: "house" }, orderBy: { position: "desc" } });

test("a deactivated person is signed out everywhere at once and keeps roles and work for when they are let in again", async () => {
  const own = await administrator();
  const network = await foundNetwork();
  const person = await network.person(network.officer);
  const [one, other] = [await cookieFor(person), await cookieFor(person)];
  const ended: SessionsEnded[] = [];
  const hear = (event: SessionsEnded) => ended.push(event);
  happenings().on("sessions-ended", hear);
  await deactivatePerson(own, person.id);
  happenings().off("sessions-ended", hear);
  expect(ended).toEqual([{ personId: person.id }]);
  expect(await signedIn(one)).toBeNull();
  expect(await signedIn(other)).toBeNull();
  expect(await database().read.session.count({ where: { personId: person.id } })).toBe(0);
  expect(await lastRow()).toMatchObject({
    kind: "person-deactivated",
    subjectId: person.id,
    reach: "person",
  });
  await expect(cookieFor(person)).rejects.toThrow();
  expect(await database().read.document.count({ where: { createdById: person.id } })).toBe(2);
  await reactivatePerson(own, person.id);
  expect(await lastRow()).toMatchObject({ kind: "person-reactivated", subjectId: person.id });
  expect(await signedIn(await cookieFor(person))).not.toBeNull();
});

test("nobody but an administrator deactivates, not oneself, and never the last one", async () => {
  const own = await administrator();
  const person = await foundPerson();
  const nobody = await ownOf(await foundPerson());
  expect(await outcome(deactivatePerson(nobody, person.id))).toBe("not-found");
  expect(await outcome(reactivatePerson(nobody, person.id))).toBe("not-found");
  expect(await outcome(deactivatePerson(own, newId()))).toBe("not-found");
  expect(await wrongWith(deactivatePerson(own, own.person.id))).toEqual({
    form: { key: "members:wrong.notOneself" },
  });
  // Of two who deactivate each other, the second is no administrator any more.
  const other = await administrator();
  await deactivatePerson(own, other.person.id);
  expect(await outcome(deactivatePerson(other, own.person.id))).toBe("not-found");
  // Nor does one who was made an ordinary person meanwhile.
  await database().write((transaction) =>
    transaction.person.update({ where: { id: own.person.id }, data: { isAdministrator: false } }),
  );
  expect(await outcome(deactivatePerson(own, person.id))).toBe("not-found");
});

test("one says which languages one speaks; what is no language of ours is refused", async () => {
  const own = await ownOf(await foundPerson());
  expect(await languagesSpoken(own)).toEqual([]);
  await changeLanguagesSpoken(own, ["lt", "en"]);
  expect(await languagesSpoken(own)).toEqual(["en", "lt"]);
  expect(await wrongWith(changeLanguagesSpoken(own, ["tlh"]))).toEqual({ speaks: { key: "unknownChoice" } });
  await changeLanguagesSpoken(own, []);
  expect(await languagesSpoken(own)).toEqual([]);
});
