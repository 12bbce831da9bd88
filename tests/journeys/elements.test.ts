// The journey of transfer elements: Alytus reads Barnsley's practice, says what it does with an element, and Barnsley's open page shows it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id";
import { beginPractice, documentPath, done } from "../support/alytus-writes";
import { demoPassword, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";
import { signedInAs } from "../support/visitor";

let house: House;
let practice = "";
beforeAll(async () => {
  house = await openHouse();
  const barnsley = await signedInAs(house.origin, "barnsley");
  practice = await beginPractice(barnsley, { title: "A town learns to code" });
  const facts = {
    "facts.kind": "good-practice",
    "facts.elements.0.id": newId(),
    "facts.elements.0.name": "A shared workshop",
    "facts.elements.0.isEssential": "on",
    "facts.elements.0.preconditions": "A hall of 300 square metres",
    "facts.elements.1.id": newId(),
    "facts.elements.1.name": "Grants for young firms",
  };
  const text = { title: "A town learns to code", language: "en", text: "What the town did." };
  await done(
    barnsley.post(documentPath(practice, "edit"), { intent: "save", revision: "1", ...text, ...facts }),
  );
  await done(barnsley.post(documentPath(practice, "publish"), { intent: "publish", revision: "2" }));
});
afterAll(() => house.close());

test("a city says what it does with an element, and everybody's open page shows it in the matrix", async () => {
  const { page: barnsley } = await visitor(house.origin);
  const { page: alytus } = await visitor(house.origin);
  await signInAs(barnsley, "barnsley", documentPath(practice));
  await signInAs(alytus, "alytus", documentPath(practice));
  await barnsley.getByText("No city has said anything yet.").waitFor();
  // Whoever wrote the practice says nothing of its elements.
  expect(await barnsley.getByRole("link", { name: "Say what your city does with it" }).count()).toBe(0);

  await alytus.getByRole("link", { name: "Say what your city does with it" }).click();
  const form = alytus.getByRole("listitem").filter({ hasText: "A shared workshop" }).first();
  await form.getByText("A hall of 300 square metres").waitFor();
  await form.getByText("Say what your city does with it").click();
  await form.getByLabel("Adapting").check();
  await form.getByLabel("Why").fill("Our hall is smaller: two rooms of the library.");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await form.getByText("Saved", { exact: true }).waitFor();

  const row = barnsley.getByRole("row", { name: /A shared workshop/ });
  await row.getByText("Adapting").waitFor();
  // The reason is a key away.
  await row.getByRole("link", { name: "Adapting" }).press("Enter");
  await barnsley.getByText("Our hall is smaller: two rooms of the library.").waitFor();
});

test("a reason that is missing is asked for beside the field, and the choice stays", async () => {
  const { page, allow } = await visitor(house.origin, { javaScriptEnabled: false });
  allow(/status of 422/);
  await page.goto(`/sign-in?to=${encodeURIComponent(documentPath(practice) + "/elements")}`);
  await page.locator("#email").fill("roeselare@demo.torg");
  await page.locator("#password").fill(demoPassword);
  await page.locator("button[value=sign-in]").click();
  const form = page.getByRole("listitem").filter({ hasText: "Grants for young firms" }).first();
  await form.getByText("Say what your city does with it").click();
  await form.getByLabel("Rejected").check();
  await form.getByLabel("Why").fill("   ");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  const again = page.getByRole("listitem").filter({ hasText: "Grants for young firms" }).first();
  await again.getByText("Fill this in.").waitFor();
  expect(await again.getByLabel("Rejected").isChecked()).toBe(true);
  await again.getByLabel("Why").fill("The region pays such grants already.");
  await again.getByRole("button", { name: "Save", exact: true }).click();
  await page
    .getByRole("row", { name: /Grants for young firms/ })
    .getByText("Rejected")
    .waitFor();
});
