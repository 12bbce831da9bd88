// From when something is at risk, per network: set by whoever leads it, read by the matrix at once, and the usual days again.
import { expect, test } from "vitest";
import { readFeed } from "~/domain/networks/feed.server";
import { SetRiskDays } from "~/domain/deliverables/deliverable-orders";
import { readMatrix } from "~/domain/deliverables/matrix.server";
import { setRiskDays } from "~/domain/deliverables/risk-days.server";
import { usualRiskDays } from "~/domain/deliverables/standing";
import { dayAfter, dayOf } from "~/domain/networks/calendar-day";
import { now } from "~/platform/clock";
import { foundNetwork } from "../../support/found-network";
import { outcome } from "../../support/outcome";
import { cellFor, foundOwing } from "../../support/owed";

test("a network's own days decide what is at risk, in it alone, until it takes the usual ones again", async () => {
  const { network, key } = await foundOwing({ anchor: "day", fixedOn: dayAfter(dayOf(now()), 20) });
  const { leadPartner: lead, officer } = network;
  const elsewhere = await foundNetwork();
  expect((await cellFor(officer, key)).kind).toBeNull();
  await setRiskDays(lead, { ...usualRiskDays, noVersion: 21 });
  await setRiskDays(lead, { ...usualRiskDays, noVersion: 21 });
  expect(await cellFor(officer, key)).toMatchObject({ kind: "at-risk", reasons: [{ kind: "no-version" }] });
  expect((await readMatrix(elsewhere.leadPartner)).riskDays).toEqual(usualRiskDays);
  await setRiskDays(lead, null);
  expect((await cellFor(officer, key)).kind).toBeNull();
  const { rows } = await readFeed(officer, {});
  expect(rows.filter(({ kind }) => kind === "deliverable-risk-days-set")).toHaveLength(2);
});

test("nobody but whoever settles what is owed sets them, and only whole days of at most a year", async () => {
  const {
    leadPartner: lead,
    officer,
    leadExpert,
    observer,
    localGroupMember,
    adHocExpert,
  } = await foundNetwork();
  for (const member of [officer, leadExpert, observer, localGroupMember, adHocExpert])
    expect(await outcome(setRiskDays(member, usualRiskDays))).toBe("forbidden");
  expect((await readMatrix(lead)).riskDays).toEqual(usualRiskDays);
  const order = Object.fromEntries(
    Object.entries(usualRiskDays).map(([field, days]) => [field, String(days)]),
  );
  expect(SetRiskDays.parse(order)).toEqual(usualRiskDays);
  expect(SetRiskDays.parse({ ...order, noVersion: " 0 " }).noVersion).toBe(0);
  for (const wrong of ["", "-1", "1.5", "366", "1000", "a week", "１"])
    expect(SetRiskDays.safeParse({ ...order, noVersion: wrong }).success).toBe(false);
});
