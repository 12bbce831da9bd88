// A link pressed while the data of a screen is still coming cuts that off, and nothing is said of it in the console.
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoNetwork } from "../support/alytus-writes";
import { awake, signInAs, visitor } from "../support/browser";
import { openHouse, type House } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("a form's answer that has begun to come and is cut off by the next link is no failure of the page", async () => {
  const { page, allow } = await visitor(house.origin);
  allow(/status of 422/);
  await signInAs(page, "barnsley", `/networks/${demoNetwork}/people/new`);
  await awake(page);
  await page.evaluate(comeSlowly);
  await page.getByLabel("E-mail address").fill("nobody@city.example");
  await page.locator("#role").selectOption({ label: "Lead expert" });
  await page.getByRole("button", { name: "Give the role" }).click();
  await page.getByText("Nobody in this network has the address nobody@city.example.").first().waitFor();
  await page.waitForFunction(() => "isAskingAfterwards" in window);
  await page.getByRole("button", { name: "Invite nobody@city.example" }).click();
  await page.getByRole("heading", { name: "Invite somebody" }).waitFor();
  expect(await page.evaluate(() => "wasCutOff" in window)).toBe(true);
});

/** Runs in the page: the form's answer comes whole but for its end, and what its screen asks for after that does not come. */
function comeSlowly() {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.includes("/people/new.data")) return ask(input, init);
    const { signal } = init ?? {};
    if (init?.method !== "POST") {
      Object.assign(window, { isAskingAfterwards: true });
      return new Promise((_, refuse) => {
        signal?.addEventListener("abort", () => refuse(signal.reason as Error));
      });
    }
    const answer = await ask(input, init);
    const text = new Uint8Array(await answer.arrayBuffer());
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(text);
        signal?.addEventListener("abort", () => {
          Object.assign(window, { wasCutOff: true });
          controller.error(signal.reason);
        });
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
