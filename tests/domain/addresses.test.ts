// Giving an account another address: an administrator's order, told to both addresses, after which only the new one opens the door.
import { expect, test } from "vitest";
import { ChangeAddress } from "~/domain/accounts/account-orders";
import { changeAddress } from "~/domain/accounts/addresses.server";
import { requestReset, resetPassword } from "~/domain/accounts/passwords.server";
import { signedIn } from "~/domain/accounts/sessions.server";
import { happenings, type SessionsEnded } from "~/domain/activity/activities.server";
import { database } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { foundAdministrator } from "../support/administrator";
import { foundNetwork, foundPerson } from "../support/found-network";
import { mailsTo } from "../support/outbox";
import { outcome, wrongWith } from "../support/outcome";
import { signedInPerson } from "../support/signed-in";
import { cookieFor } from "../support/sockets";

const fresh = () => ({ email: `${newId()}@elsewhere.test` });
const caller = { address: "192.0.2.7", userAgent: "a test" };

test("an account has another address at once: sessions end, the new one signs in, the old one does not, both are told", async () => {
  const own = await foundAdministrator();
  const person = await foundPerson("Somebody");
  const cookie = await cookieFor(person);
  await requestReset(caller, { email: person.email });
  const [reset = ""] = await mailsTo(person.email, 1);
  const ended: SessionsEnded[] = [];
  const hear = (event: SessionsEnded) => ended.push(event);
  happenings().on("sessions-ended", hear);
  const order = fresh();
  await changeAddress(own, person.id, order);
  happenings().off("sessions-ended", hear);
  expect(ended).toEqual([{ personId: person.id }]);
  expect(await signedIn(cookie)).toBeNull();
  await expect(cookieFor(person)).rejects.toThrow();
  expect(await signedIn(await cookieFor({ ...person, ...order }))).not.toBeNull();
  // A link that went to the old address opens nothing.
  const token = /reset-password\/(\S+)/.exec(reset)?.[1] ?? "";
  expect(await outcome(resetPassword(caller, token, { password: "another password" }))).not.toBe("done");
  const told = [await mailsTo(`To: ${person.email}`, 2), await mailsTo(`To: ${order.email}`, 1)];
  for (const mails of told) expect(mails.at(-1)).toContain(`from ${person.email} to ${order.email}`);
  const row = await database().read.activity.findFirstOrThrow({ where: { subjectId: person.id } });
  expect(row).toMatchObject({
    kind: "address-changed",
    chain: "house",
    reach: "person",
    personId: own.person.id,
    before: { email: person.email },
    after: order,
  });
});

test("an address that has an account, a malformed one, one of the demo and the one it has already are refused", async () => {
  const own = await foundAdministrator();
  const [person, other] = [await foundPerson(), await foundPerson()];
  const change = (email: string) => wrongWith(changeAddress(own, person.id, { email }));
  expect(await change(other.email)).toEqual(["email: administration:wrong.addressTaken"]);
  expect(await change("somebody@demo.torg")).toEqual(["email: administration:wrong.demoAddress"]);
  expect(await change(person.email)).toBe("conflict");
  expect(ChangeAddress.safeParse({ email: "not an address" }).error?.issues[0]?.message).toBe("badEmail");
  expect(ChangeAddress.parse({ email: " Some.Body@Town.Example " })).toEqual({
    email: "some.body@town.example",
  });
  await database().write((transaction) =>
    transaction.person.update({ where: { id: person.id }, data: { email: "oulu@demo.torg" } }),
  );
  expect(await change(fresh().email)).toEqual(["email: upkeep:wrong.demoAccount"]);
});

test("nobody but an active administrator changes an address, and nobody has none to change", async () => {
  const own = await foundAdministrator();
  const { leadPartner, officer } = await foundNetwork();
  for (const { personId } of [leadPartner, officer])
    expect(await outcome(changeAddress(await signedInPerson(personId), personId, fresh()))).toBe("not-found");
  expect(await outcome(changeAddress(own, newId(), fresh()))).toBe("not-found");
  await database().write((transaction) =>
    transaction.person.update({ where: { id: own.person.id }, data: { isAdministrator: false } }),
  );
  expect(await outcome(changeAddress(own, officer.personId, fresh()))).toBe("not-found");
});
