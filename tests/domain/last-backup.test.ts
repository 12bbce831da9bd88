// What administrators see of the last backup, and that nobody else does.
import { afterEach, expect, test } from "vitest";
import { readBackup } from "~/domain/accounts/last-backup.server";
import { noteBackup } from "~/platform/backup/last-backup.server";
import { now, shiftClock } from "~/platform/clock";
import { foundAdministrator } from "../support/administrator";
import { foundNetwork, foundPerson } from "../support/found-network";
import { outcome } from "../support/outcome";
import { signedInPerson } from "../support/signed-in";
import { world } from "../support/world";

const day = 86_400_000;

afterEach(() => shiftClock(0));

test("an administrator is told that there is none, how old the last one is, and when it is too old", async () => {
  const own = await foundAdministrator();
  const { folder } = await world();
  expect(readBackup(own)).toBeNull();
  const takenAt = now();
  const last = { takenAt: takenAt.toISOString(), file: "/elsewhere/torg.tar.gz", bytes: 1_234 };
  noteBackup(folder, { ...last, verifiedAt: takenAt.toISOString() });
  const seen = { takenAt, file: "torg.tar.gz", bytes: 1_234, verifiedAt: takenAt };
  expect(readBackup(own)).toEqual({ ...seen, isOld: false });
  shiftClock(7 * day - 60_000);
  expect(readBackup(own)).toMatchObject({ isOld: false });
  shiftClock(7 * day + 60_000);
  expect(readBackup(own)).toMatchObject({ isOld: true });
  noteBackup(folder, { ...last, verifiedAt: null });
  expect(readBackup(own)).toMatchObject({ verifiedAt: null });
});

test("whoever is no administrator is told nothing of backups", async () => {
  const { leadPartner, officer, formerOfficer } = await foundNetwork();
  const { id } = await foundPerson();
  for (const personId of [leadPartner.personId, officer.personId, formerOfficer.id, id]) {
    const own = await signedInPerson(personId);
    expect(await outcome((async () => readBackup(own))())).toBe("not-found");
  }
});
