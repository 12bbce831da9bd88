/** A text of every construct, as assistive technology meets it in a real browser. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, onTestFinished, test } from "vitest";
import { renderMarkdown } from "~/text/render";
import { openStrictPage } from "./strict-page";

const everything = `### First with [a link](https://alytus.example) and a note[^1]

# Second

![A square](https://alytus.example/a.jpg) ![](https://alytus.example/b.jpg) [](https://alytus.example/c) [**\u200b**](/d)

#

| | City | Sum |
|---|:-:|--:|
| a | Alytus | ${"wide".repeat(500)} |

| only | a head |
|---|---|

- [ ] Invite [the group](/group)
- [x] Done ![Photo](https://alytus.example/d.jpg)

  - [ ] nested

3. three
4. four

\`\`\`
${"code ".repeat(200)}
\`\`\`

> quotation[^1] www.alytus.example

[^1]: Note
[^2]: - a list
`;

test("axe finds nothing to object to, also with two texts on one page", async () => {
  const strict = await openStrictPage();
  onTestFinished(() => strict.close());
  const first = renderMarkdown(everything, { idPrefix: "a1-" }).html;
  const second = renderMarkdown(everything, { idPrefix: "b2-" }).html;
  await strict.show(`${first}</article><article>${second}`);
  await strict.page.evaluate(
    readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
  );
  const { passes, violations } = await strict.page.evaluate(() => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<AxeResults> };
    };
    return axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(passes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["heading-order", "label", "link-name", "list", "scrollable-region-focusable"]),
  );
});
