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

test.each([
  ["nothing of", 0],
  ["half of", 0.5],
  ["all but the end of", 1],
])(
  "a link pressed when %s a form's answer has come cuts it off, which is no failure of the page",
  async (_, share) => {
    const { page, allow } = await visitor(house.origin);
    allow(/status of 422/);
    await page.addInitScript(comeSlowly, share);
    await signInAs(page, "barnsley", `/networks/${demoNetwork}/people/new`);
    await awake(page);
    await page.getByLabel("E-mail address").fill("nobody@city.example");
    await page.locator("#role").selectOption({ label: "Lead expert" });
    await page.getByRole("button", { name: "Give the role" }).click();
    await page.waitForFunction(() => "hasBegunToCome" in window);
    await page.getByRole("navigation", { name: "Parts of the network" }).getByText("Documents").click();
    await page.getByRole("heading", { name: "Documents", level: 1 }).waitFor();
    expect(await page.evaluate(() => "wasCutOff" in window)).toBe(true);
  },
);

/** Runs in the page, before anything else of it: that form's answer comes but for so much of it, and never ends. */
function comeSlowly(share: number) {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const answer = await ask(input, init);
    if (!address.includes("/people/new.data") || init?.method !== "POST") return answer;
    const { signal } = init;
    const text = new Uint8Array(await answer.arrayBuffer());
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(text.slice(0, text.length * share));
        Object.assign(window, { hasBegunToCome: true });
        signal?.addEventListener("abort", () => {
          Object.assign(window, { wasCutOff: true });
          controller.error(signal.reason);
        });
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
