/** Whatever a text holds: in a real browser no script runs, nothing is fetched, nothing of the page is taken over. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { asTyped, renderMarkdown } from "~/text/render";
import { allowed, allowedClasses, allowedHref, allowedId, allowedPicture, problemsOf } from "./allowed";
import { openStrictPage, type StrictPage } from "./strict-page";
import { hostileCases } from "./xss-cases";

const rules = {
  allowed,
  allowedClasses,
  allowedId: allowedId.source,
  allowedHref: allowedHref.source,
  allowedPicture: allowedPicture.source,
};

/** Runs in the browser: what is wrong with the page, in words, judged by its DOM and not by its source. */
function inspect({
  allowed,
  allowedClasses,
  allowedId,
  allowedHref,
  allowedPicture,
}: typeof rules): string[] {
  const found: string[] = [];
  const content = document.querySelector("#content");
  const end = document.querySelector("#end");
  if (!content || end?.parentElement !== content.parentElement || content.nextElementSibling !== end) {
    found.push("the text left its place");
  }
  for (const element of content?.querySelectorAll("*") ?? []) {
    const tag = element.localName;
    if (!(tag in allowed)) found.push(`element ${tag}`);
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`namespace of ${tag}`);
    for (const { name, value } of element.attributes) {
      if (!allowed[tag]?.includes(name)) found.push(`attribute ${name} on ${tag}`);
      if (name === "id" && !new RegExp(allowedId).test(value)) found.push(`id ${value}`);
    }
    for (const word of element.classList) if (!allowedClasses.includes(word)) found.push(`class ${word}`);
    if (
      element instanceof HTMLInputElement &&
      (element.type !== "checkbox" || !element.disabled || element.form)
    ) {
      found.push("a field that is more than a picture");
    }
    if (element instanceof HTMLImageElement) {
      const { origin, pathname, search } = new URL(element.currentSrc || element.src);
      const isOurs = origin === location.origin && new RegExp(allowedPicture).test(pathname + search);
      if (!isOurs) found.push(`a picture of ${element.src.slice(0, 80)}`);
      if (!element.alt) found.push("a picture that says nothing");
    }
    if (element instanceof HTMLAnchorElement) {
      const written = element.getAttribute("href") ?? "";
      if (!new RegExp(allowedHref).test(written)) found.push(`href ${written.slice(0, 80)}`);
      if (!["http:", "https:", "mailto:", "tel:"].includes(element.protocol))
        found.push(`scheme ${element.protocol}`);
      const leaves = element.protocol.startsWith("http") && element.origin !== location.origin;
      if (leaves && !/^https?:/.test(written)) found.push(`${written.slice(0, 80)} leaves without saying so`);
      if (leaves && element.rel !== "noopener noreferrer nofollow")
        found.push(`rel of ${written.slice(0, 80)}`);
      if (element.username || element.password) found.push(`a user name in ${written.slice(0, 80)}`);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size < ids.length) found.push("an id twice");

  const pristine = new DOMParser().parseFromString("<title>Untouched</title>", "text/html");
  for (let proto = Object.getPrototypeOf(pristine); proto; proto = Object.getPrototypeOf(proto)) {
    for (const name of Object.getOwnPropertyNames(proto)) {
      if (Object.hasOwn(document, name) && name !== "location") found.push(`document.${name} is taken over`);
    }
  }
  if (document.getElementById !== Document.prototype.getElementById) found.push("document.getElementById");
  if (document.forms.length > 0 || document.scripts.length > 1) found.push("forms");
  if (!(document.body instanceof HTMLBodyElement) || typeof document.cookie !== "string")
    found.push("body, cookie");
  const { pwned, violations } = window as unknown as { pwned?: unknown; violations: string[] };
  if (pwned !== undefined) found.push("a script ran");
  return found.concat(violations);
}

/** Runs in the browser: the same text once more, the way the preview puts it there. */
async function putIn(html: string): Promise<void> {
  const content = document.querySelector("#content");
  if (content) content.innerHTML = html;
  await new Promise((twoFramesLater) => requestAnimationFrame(() => requestAnimationFrame(twoFramesLater)));
}

const cases = hostileCases();
let strict: StrictPage;
beforeAll(async () => {
  strict = await openStrictPage();
});
afterAll(() => strict.close());

test("the collection covers every class with cases of its own", () => {
  const groups = new Set(cases.map(({ group }) => group));
  expect([...groups]).toEqual([
    "Raw HTML",
    "Schemes",
    "Attribute breaking",
    "Ids that clobber the page",
    "Tables and lists",
    "Images",
    "Addresses in running text",
    "Code",
    "Nested and overlong",
  ]);
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
});

test("the inspection itself notices what it is there for", async () => {
  await strict.show(
    `<img src="https://evil.example/x" onerror="window.pwned=1" id="cookie"><form name="getElementById"></form>`,
  );
  const problems = (await strict.page.evaluate(inspect, rules)).join("\n");
  expect(problems).toContain("a picture of https://evil.example/x");
  expect(problems).toContain("attribute onerror on img");
  expect(problems).toContain("id cookie");
  expect(problems).toContain("document.getElementById is taken over");
  expect(problems).toContain("img-src https://evil.example/x");
  await strict.show(`</article><script nonce="known">window.pwned = 1</script><a href="javascript:1">x</a>`);
  expect(await strict.page.evaluate(inspect, rules)).toEqual(
    expect.arrayContaining(["the text left its place", "a script ran"]),
  );
});

for (const { group, title, input } of cases) {
  test(`${group}: ${title}`, async () => {
    const { html } = renderMarkdown(input);
    expect(problemsOf(html)).toEqual([]);
    await strict.show(html);
    expect(await strict.page.evaluate(inspect, rules)).toEqual([]);
    await strict.page.evaluate(putIn, html);
    expect(await strict.page.evaluate(inspect, rules)).toEqual([]);
    expect(strict.trouble).toEqual([]);
  });
}

test("a text that is shown as it was typed is as harmless", async () => {
  const html = cases.map(({ input }) => asTyped(input).html).join("");
  expect(problemsOf(html)).toEqual([]);
  await strict.show(html);
  expect(await strict.page.evaluate(inspect, rules)).toEqual([]);
  expect(strict.trouble).toEqual([]);
});
