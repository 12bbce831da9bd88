// What is wrong in a form of one's account or of the sign-in is told beside its field; a password is never shown again.
import { afterAll, expect, test } from "vitest";
import { openHouse } from "../../support/house";
import { openRows, printOfAll } from "../../support/house-rows";
import { signedInAs, visitor } from "../../support/visitor";
import { beside, long, standsIn, type Refused } from "./beside-the-field";

const house = await openHouse();
const rows = openRows(house.folder);
const alytus = await signedInAs(house.origin, "alytus");
afterAll(async () => {
  rows.close();
  await house.close();
});

const path = "/account";
const profile = {
  intent: "profile",
  name: "Officer",
  language: "en",
  timeZone: "Europe/Vilnius",
  colours: "system",
};
const password = { intent: "password", current: "market-square", password: "long enough for all" };
const language = { at: "language", says: "Choose one from the list." };

const refused: Record<string, Refused> = {
  "a name of 121 characters": {
    path,
    fields: { ...profile, name: long(121) },
    at: "name",
    says: "At most 120 characters.",
    stillThere: long(121),
  },
  "a name of spaces": { path, fields: { ...profile, name: " " }, at: "name", says: "Fill this in." },
  "a language Torg does not speak": { path, fields: { ...profile, language: "tlh" }, ...language },
  "a time zone that is none": {
    path,
    fields: { ...profile, timeZone: "Alytus/Turgus" },
    at: "timeZone",
    says: "Choose a time zone from the list.",
  },
  "a new password of nine characters": {
    path,
    fields: { ...password, password: "ninechars" },
    at: "password",
    says: "At least 10 characters.",
  },
  "a new password of 201 characters": {
    path,
    fields: { ...password, password: long(201) },
    at: "password",
    says: "At most 200 characters.",
  },
  "a wrong present password": {
    path,
    fields: { ...password, current: "surely not theirs" },
    at: "current",
    says: "The present password is not right.",
  },
};

const signIn = { intent: "sign-in", email: "alytus@demo.torg", password: "surely not theirs" };
const noAddress = "This is not an e-mail address.";
const longest = `${"a".repeat(300)}@demo.torg`;

const refusedToAnybody: Record<string, Refused> = {
  "no address": { path: "/sign-in", fields: { ...signIn, email: "" }, at: "email", says: "Fill this in." },
  "an address that is none": {
    path: "/sign-in",
    fields: { ...signIn, email: "alytus" },
    at: "email",
    says: noAddress,
    stillThere: "alytus",
  },
  "no password": {
    path: "/sign-in",
    fields: { ...signIn, password: "" },
    at: "password",
    says: "Fill this in.",
  },
  "a password of 201 characters": {
    path: "/sign-in",
    fields: { ...signIn, password: long(201) },
    at: "password",
    says: "At most 200 characters.",
  },
  "an address of 310 characters": {
    path: "/forgot-password",
    fields: { intent: "request", email: longest },
    at: "email",
    says: "At most 254 characters.",
    stillThere: longest,
  },
  "a chosen password too short": {
    path: "/reset-password/no-such-token",
    fields: { intent: "reset", password: "ninechars" },
    at: "password",
    says: "At least 10 characters.",
  },
};

const all = [
  ...Object.entries(refused).map(([what, form]) => ({ what, form, by: alytus })),
  ...Object.entries(refusedToAnybody).map(([what, form]) => ({ what, form, by: visitor(house.origin) })),
];

test.each(all)("$what is told beside its field", async ({ form, by }) => {
  const { fields, at, says, stillThere } = form;
  const before = printOfAll(rows);
  const answer = await by.post(form.path, fields);
  expect(answer.status).toBe(422);
  expect(beside(answer, at)).toContain(says);
  if (stillThere !== undefined) expect(standsIn(answer, at)).toBe(stillThere);
  for (const secret of [fields.password, fields.current])
    if (secret && secret !== "market-square") expect(answer.text, "a password").not.toContain(secret);
  expect((await by.postData(form.path, fields)).status).toBe(422);
  expect(printOfAll(rows), "nothing has changed").toEqual(before);
});

test("a body beyond all limits is refused at every address", async () => {
  const name = "x".repeat(200_001);
  for (const by of [alytus, visitor(house.origin)])
    for (const at of ["/account", "/sign-in", "/forgot-password", "/nowhere"])
      expect.soft((await by.post(at, { ...profile, name })).status, at).toBe(413);
});
