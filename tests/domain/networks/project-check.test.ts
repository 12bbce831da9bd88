// Holding a project's stated sums against each other: for those who see money, in amounts as people type them.
import { expect, test } from "vitest";
import { checkProject } from "~/domain/networks/project-check.server";
import { CheckProject } from "~/domain/networks/project-orders";
import { wrongsIn } from "~/http/form.server";
import { foundNetwork } from "../../support/found-network";

const stated = { activities: "50,000\n250 000\n\n100.000,00", administration: "10", value: "400,000.00" };

test("activities and an administration that do not fit into the stated value are a contradiction, told with each reading", async () => {
  const { leadPartner, officer } = await foundNetwork();
  const order = CheckProject.parse(stated);
  expect(order).toEqual({
    activities: [5_000_000, 25_000_000, 10_000_000],
    administration: 1_000,
    value: 40_000_000,
  });
  for (const member of [leadPartner, officer])
    expect(checkProject(member, order)).toMatchObject({
      isContradiction: true,
      value: 40_000_000,
      inside: { activities: 36_000_000 },
      ofGross: { value: 44_444_444 },
    });
  expect(checkProject(leadPartner, { ...order, activities: [36_000_000] }).isContradiction).toBe(false);
});

test("nobody checks sums who sees no money", async () => {
  const { leadExpert, adHocExpert, localGroupMember, observer } = await foundNetwork();
  for (const member of [leadExpert, adHocExpert, localGroupMember, observer])
    expect(() => checkProject(member, CheckProject.parse(stated))).toThrow("forbidden");
});

test.each([
  [{ activities: "fifty" }, { activities: { key: "badAmount" } }],
  [{ activities: "1\n".repeat(101) }, { activities: { key: "badAmount" } }],
  [{ activities: " " }, { activities: { key: "required" } }],
  [{ administration: "100" }, { administration: { key: "badRate" } }],
  [{ value: "0,100" }, { value: { key: "badAmount" } }],
])("what is no amount or rate is refused beside its field: %o", (given, wrongs) => {
  const { error } = CheckProject.safeParse({ ...stated, ...given });
  expect(error && wrongsIn(error)).toMatchObject(wrongs);
});
