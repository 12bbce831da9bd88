// Asking for a new password is answered alike and at once, whatever becomes of the mail.
import { createServer, type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openHouse } from "../../support/house";
import { openPostOffice } from "../../support/post-office";
import { visitor, type Answer } from "../../support/visitor";
import { said } from "./same-answer";

async function houseThatMailsTo(url: string) {
  const house = await openHouse({ SMTP_URL: url });
  onTestFinished(() => house.close());
  const ask = async (email: string): Promise<Answer> => {
    const answer = await visitor(house.origin).post("/forgot-password", { intent: "request", email });
    expect(answer.status).toBe(200);
    return answer;
  };
  return { house, ask };
}

const known = "alytus@demo.torg";
const unknown = "nobody@demo.torg";

test("a mail server that takes the mail gets it for an account, and none for an address without one", async () => {
  const office = await openPostOffice();
  const { house, ask } = await houseThatMailsTo(office.url);
  const [one, other] = [await ask(unknown), await ask(known)];
  expect(said(one, { email: unknown })).toBe(said(other, { email: known }));
  await expect.poll(() => office.taken.length).toBe(1);
  const [mail] = office.taken;
  expect(mail?.to).toEqual([known]);
  const link = /http:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  expect(link).toMatch(new RegExp(`^${house.origin}/reset-password/`));
  const path = new URL(link).pathname;
  const password = "a new market square";
  const chosen = await visitor(house.origin).post(path, { intent: "reset", password });
  expect([chosen.status, chosen.location]).toEqual([302, "/sign-in?done=reset"]);
  const signIn = { intent: "sign-in", email: known, password };
  expect((await visitor(house.origin).post("/sign-in", signIn)).status).toBe(302);
  const again = await visitor(house.origin).post(path, {
    intent: "reset",
    password: "another market square",
  });
  expect([again.status, /works no more/.test(again.text)]).toEqual([422, true]);
  expect(house.mails(), "nothing lies in the outbox").toEqual([]);
});

test("a mail server that refuses, one that is not there, and one that never says a word are told to nobody but the log", async () => {
  const refusing = await openPostOffice({ refusal: "No such street" });
  const silent = createServer();
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
  onTestFinished(() => void silent.close());
  const urls = {
    "No such street": refusing.url,
    ECONNREFUSED: "smtp://127.0.0.1:1",
    "": `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  };
  for (const [reason, url] of Object.entries(urls)) {
    const { house, ask } = await houseThatMailsTo(url);
    const [one, other] = [await ask(known), await ask(unknown)];
    expect(said(one, { email: known })).toBe(said(other, { email: unknown }));
    if (reason) await expect.poll(() => house.printed()).toContain(reason);
    expect(house.printed()).not.toMatch(/reset-password\/[\w-]{10}/);
    expect(await house.stop(), "a mail under way holds nothing up").toBe(0);
  }
});
