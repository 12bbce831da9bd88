/** Each construct of the dialect, as its readers know it. */
import { expect, test } from "vitest";
import { longestHref } from "~/text/href";
import { renderMarkdown } from "~/text/render";
import type { RenderOptions } from "~/text/settings";
import { problemsOf } from "./allowed";

function html(text: string, options?: RenderOptions): string {
  const rendered = renderMarkdown(text, options).html;
  expect(problemsOf(rendered)).toEqual([]);
  return rendered;
}

const rel = `rel="noopener noreferrer nofollow"`;

test("paragraphs, emphasis, quotations and rules are what they are everywhere", () => {
  expect(html("*one* **two** ~~three~~ `four`\n\n> five\n\n---")).toBe(
    "<p><em>one</em> <strong>two</strong> <s>three</s> <code>four</code></p>\n" +
      "<blockquote>\n<p>five</p>\n</blockquote>\n<hr>\n",
  );
});

test("HTML is shown, not obeyed", () => {
  expect(html("<b>bold</b>")).toBe("<p>&lt;b&gt;bold&lt;/b&gt;</p>\n");
});

test("a line's end is a space in a document and a break in a comment", () => {
  expect(html("one\ntwo")).toBe("<p>one\ntwo</p>\n");
  expect(html("one\ntwo", { lineBreaks: true })).toBe("<p>one<br>\ntwo</p>\n");
});

test("code keeps its signs and loses its language", () => {
  expect(html("```js onclick=x\na < b\n```")).toBe('<pre class="code"><code>a &lt; b\n</code></pre>\n');
});

test("a text's headings begin below the page's own title and skip no level", () => {
  expect(html("### Needs\n# Vision\n### Action\n## Step")).toBe(
    '<h2 id="h-needs">Needs</h2>\n<h2 id="h-vision">Vision</h2>\n<h3 id="h-action">Action</h3>\n<h3 id="h-step">Step</h3>\n',
  );
  expect(html("# Needs", { topHeading: 4 })).toContain("<h4 ");
  expect(html("# 1\n## 2\n### 3\n#### 4", { topHeading: 5 })).toMatch(/<h5.*\n<h6.*\n<h6.*\n<h6/);
});

test("a heading's id is prefixed, folded and unique", () => {
  const ids = (text: string, options?: RenderOptions) =>
    renderMarkdown(text, options).outline.map(({ id }) => id);
  expect(ids("# Žešuvo planas: 2 dalis\n# Łódź, Straße & Ærø\n# Σχέδιο δράσης")).toEqual([
    "h-zesuvo-planas-2-dalis",
    "h-lodz-strasse-aero",
    "h-σχεδιο-δρασης",
  ]);
  expect(ids("# Plan\n# Plan 2\n# Plan\n# plan\n# ?!")).toEqual([
    "h-plan",
    "h-plan-2",
    "h-plan-3",
    "h-plan-4",
    "h-section",
  ]);
  expect(ids("# Cookie", { idPrefix: 'c42-"><' })).toEqual(["c42-h-cookie"]);
  expect(ids(`# ${"long ".repeat(100)}`)[0]?.length).toBeLessThanOrEqual(62);
});

test("the outline tells the outermost headings as plain text, with their levels in the page", () => {
  expect(
    renderMarkdown("# A *b* `c` [d](/e)[^1]\n## ![F](https://a.example)\n> # Quoted\n\n[^1]: note").outline,
  ).toEqual([
    { id: "h-a-b-c-d", level: 2, text: "A b c d" },
    { id: "h-f", level: 3, text: "F" },
  ]);
});

test("a heading without words vanishes instead of confusing a screen reader", () => {
  expect(html("#\n\ntext").trim()).toBe("<p>text</p>");
  expect(renderMarkdown("# **\u200b**[^1]\n\n[^1]: note")).toMatchObject({
    html: expect.stringMatching(/^<p><strong>\u200b<\/strong><sup/),
    outline: [],
  });
});

test("a link to a heading finds it although its id is prefixed", () => {
  const text = "# Context and Needs\n\n[a](#context-and-needs) [b](#Context%20and%20Needs) [c](#elsewhere)";
  expect(html(text, { idPrefix: "d1-" })).toContain(
    '<a href="#d1-h-context-and-needs">a</a> <a href="#d1-h-context-and-needs">b</a> <a href="#elsewhere">c</a>',
  );
});

test("links to the web, to mail and telephone and within the site work, and say no more than needed", () => {
  expect(html('[a](https://alytus.example/ą "Title")')).toContain(
    `<a href="https://alytus.example/%C4%85" title="Title" ${rel}>a</a>`,
  );
  expect(html("[a](mailto:officer@alytus.example) [b](tel:+37031555555)")).toContain(
    '<a href="mailto:officer@alytus.example">a</a> <a href="tel:+37031555555">b</a>',
  );
  expect(html("[a](/documents/1?x=y:z) [b](../plan.md) [c](#top)")).toContain(
    '<a href="/documents/1?x=y:z">a</a> <a href="../plan.md">b</a> <a href="#top">c</a>',
  );
  expect(html("[a]\n\n[a]: https://alytus.example")).toContain(
    `<a href="https://alytus.example" ${rel}>a</a>`,
  );
});

test("a link that may lead nowhere stays text", () => {
  for (const address of [
    "javascript:x",
    "data:text/html,x",
    "//a.example",
    "ftp://a.example",
    "https:///x",
    "x:y",
  ]) {
    expect(html(`[a](${address}) <${address}>`), address).not.toContain("<a");
  }
  expect(html("[a](https://a.example@b.example)")).toContain('href="https://a.example"');
  expect(html(`[a](/${"x".repeat(longestHref)})`)).not.toContain("<a");
});

test("a link without words shows its address", () => {
  expect(html("[](https://alytus.example/a) [**\u200b**](/b)")).toMatch(
    />https:\/\/alytus\.example\/a<.*>\/b</,
  );
});

test("addresses in running text become links; those without scheme only with www", () => {
  expect(html("See https://alytus.example/a, www.alytus.lt. alytus.lt and officer@alytus.example")).toBe(
    `<p>See <a href="https://alytus.example/a" ${rel}>https://alytus.example/a</a>, ` +
      `<a href="http://www.alytus.lt" ${rel}>www.alytus.lt</a>. alytus.lt and ` +
      '<a href="mailto:officer@alytus.example">officer@alytus.example</a></p>\n',
  );
});

test("one long address referred to again and again cannot swell the page", () => {
  const text = `[a]: https://alytus.example/${"x".repeat(1_900)}\n\n${"[a]".repeat(30_000)}`;
  const rendered = html(text);
  expect(rendered.length).toBeLessThan(10 * text.length);
  expect(rendered.match(/<a /g)?.length).toBeGreaterThan(40);
});

test("an image of elsewhere is a link with its words, never fetched", () => {
  expect(html("![The *old* square](https://alytus.example/a.jpg)")).toBe(
    `<p><a href="https://alytus.example/a.jpg" ${rel}>The old square</a></p>\n`,
  );
  expect(html("![](https://alytus.example/a.jpg)")).toContain(">https://alytus.example/a.jpg</a>");
  expect(html("![Here](/a.jpg) ![There](data:image/png;base64,x)")).toBe(
    "<p>Here ![There](data:image/png;base64,x)</p>\n",
  );
  expect(html("[![Logo](https://alytus.example/a.jpg)](https://alytus.example)")).toBe(
    `<p><a href="https://alytus.example" ${rel}>Logo</a></p>\n`,
  );
});

test("a table stands in a frame that scrolls and can be reached by keyboard, aligned by class", () => {
  expect(html("| City | Sum |\n|:-:|--:|\n| Alytus | 1 |", { tableLabel: "Lentelė" })).toBe(
    '<div class="table-frame" role="group" tabindex="0" aria-label="Lentelė 1">\n<table>\n<thead>\n<tr>\n' +
      '<th class="align-center" scope="col">City</th>\n<th class="align-right" scope="col">Sum</th>\n</tr>\n</thead>\n' +
      '<tbody>\n<tr>\n<td class="align-center">Alytus</td>\n<td class="align-right">1</td>\n</tr>\n</tbody>\n' +
      "</table>\n</div>\n",
  );
});

test("an empty corner of a table heads nothing", () => {
  expect(html("| | A |\n|-|-|\n| b | c |")).toContain('<td></td>\n<th scope="col">A</th>');
});

test("rows of one cell under a hundred columns cannot swell the page, and no row is lost", () => {
  const text = `${"|a".repeat(100)}\n${"|-".repeat(100)}\n${"|x\n".repeat(2_000)}`;
  const rendered = html(text);
  expect(rendered.match(/<td>/g)?.length).toBeLessThan(text.length);
  expect(rendered.match(/x/g)?.length).toBeGreaterThanOrEqual(2_000);
});

test("a task is a box that tells its state, labelled by its words, and cannot be clicked", () => {
  expect(html("- [ ] Invite **all**\n- [x] Done\n- plain")).toBe(
    '<ul class="task-list">\n' +
      '<li class="task"><label><input type="checkbox" disabled=""> Invite <strong>all</strong></label></li>\n' +
      '<li class="task"><label><input type="checkbox" disabled="" checked=""> Done</label></li>\n' +
      "<li>plain</li>\n</ul>\n",
  );
});

test("tasks nest, stand in numbered and in loose lists, and need words", () => {
  expect(html("1. [X] one\n   - [ ] two")).toMatch(/<ol class="task-list">[\s\S]*<ul class="task-list">/);
  expect(html("- [x] one\n\n- [ ] two")).toContain('<li class="task">\n<p><label><input');
  expect(html("- [ ]\n- [x]one\n- [y] two\n- \\[ ] three")).not.toContain("<input");
});

test("footnotes are numbered as they are cited and linked both ways", () => {
  const text = "A[^b] and B[^a], again A[^b].\n\n[^a]: Second\n[^b]: First\n\n    > with more";
  expect(
    html(text, { idPrefix: "c1-", footnoteLabel: "Išnaša", backLabel: "Atgal", footnotesLabel: "Išnašos" }),
  ).toBe(
    '<p>A<sup class="footnote-reference"><a href="#c1-fn-1" id="c1-fnref-1" aria-label="Išnaša 1">[1]</a></sup>' +
      ' and B<sup class="footnote-reference"><a href="#c1-fn-2" id="c1-fnref-2" aria-label="Išnaša 2">[2]</a></sup>' +
      ', again A<sup class="footnote-reference"><a href="#c1-fn-1" id="c1-fnref-1-2" aria-label="Išnaša 1">[1]</a></sup>.</p>\n' +
      '<div class="footnotes" role="group" aria-label="Išnašos">\n<ol>\n' +
      '<li id="c1-fn-1">\n<p>First</p>\n<blockquote>\n<p>with more</p>\n</blockquote>\n' +
      '<p> <a href="#c1-fnref-1" class="footnote-back" aria-label="Atgal 1">\u21a9\ufe0e</a>' +
      ' <a href="#c1-fnref-1-2" class="footnote-back" aria-label="Atgal 1-2">\u21a9\ufe0e</a></p></li>\n' +
      '<li id="c1-fn-2">\n<p>Second <a href="#c1-fnref-2" class="footnote-back" aria-label="Atgal 2">\u21a9\ufe0e</a></p>\n</li>\n' +
      "</ol>\n</div>\n",
  );
});

test("a footnote that nobody cites, and a second one of the same name, are shown and not lost", () => {
  expect(html("a[^1]\n\n[^1]: one\n[^1]: other\n[^2]: alone")).toMatch(
    /one[\s\S]*<p>other<\/p>[\s\S]*<p>alone<\/p>/,
  );
});

test("a footnote may cite another, itself, and end a list or a quotation", () => {
  expect(html("> quote\n[^1]: see [^2]\n[^2]: see [^2] and [^1]\n\na[^1]\n\n- b\n[^3]: end")).toMatch(
    /fnref-1-2"[\s\S]*<p>end<\/p>/,
  );
});

test("a reference without a footnote, and one with spaces or beyond sixty characters, stays text", () => {
  const long = "x".repeat(61);
  expect(html(`a[^1] b[^a b] c[^${long}]\n\n[^a b]: x\n\n[^${long}]: y`)).not.toContain("footnote");
});

test("what is nested too deeply is shown flat, and no word of it is lost", () => {
  const deep = html(
    `${"- ".repeat(60)}bottom\n\n${">".repeat(60)} quoted\n\n${"**a ".repeat(40)}middle${" a**".repeat(40)}`,
  );
  expect(deep).toContain("bottom");
  expect(deep).toContain("quoted");
  expect(deep).toContain("middle");
  expect(deep.match(/<ul>/g)?.length).toBe(10);
  expect(deep.match(/<blockquote>/g)?.length).toBe(20);
  expect(deep.match(/<strong>/g)?.length).toBe(12);
});

test("a text beyond two million characters is shown as it was typed", () => {
  const rendered = renderMarkdown("# <b>".padEnd(2 * 1024 * 1024 + 1));
  expect(rendered).toMatchObject({ outline: [], tooSlow: true });
  expect(rendered.html).toContain('<pre class="as-typed"># &lt;b&gt;');
});

test("two texts rendered one after the other know nothing of each other", () => {
  html("# Plan\n\n[a]: /x\n[^1]: note\n\na[^1]");
  expect(html("# Plan\n\n[a] b[^1]")).toBe('<h2 id="h-plan">Plan</h2>\n<p>[a] b[^1]</p>\n');
});

test("a note that only another uncited note cites is numbered, and so is what it cites itself", () => {
  const { html } = renderMarkdown("Text\n\n[^a]: sees [^b]\n\n[^b]: sees [^a] and [^c]\n\n[^c]: the last\n");
  expect(html).not.toContain("undefined");
  expect([...html.matchAll(/ id="(fnref-[^"]*)"/g)].map(([, id]) => id).sort()).toEqual([
    "fnref-1",
    "fnref-2",
    "fnref-3",
  ]);
});

test("a line breaks in a cell and a heading where `<br>` says so, and nowhere else", () => {
  expect(html("| a<br>b | c<br/>d |\n|---|---|\n| \\<br> | `<br>` |\n\nno <br> here")).toMatch(
    /a<br>\nb<\/th>[\s\S]*c<br>\nd<\/th>[\s\S]*<td>&lt;br&gt;<\/td>\n<td><code>&lt;br&gt;<\/code>[\s\S]*no &lt;br&gt; here/,
  );
  expect(html("# one<br>two")).toBe('<h2 id="h-one-two">one<br>\ntwo</h2>\n');
});

test("a template's guidance is not shown to readers; other remarks are, as they were typed", () => {
  expect(html("<!-- guidance: say why -->\n\n<!-- guidance -->")).toBe("<p>&lt;!-- guidance --&gt;</p>\n");
});

const square = "/files/0123456789abcdefghjk/1600x1067";

test("a picture of the house that stands alone is shown, in a size that is known before it comes", () => {
  const { html } = renderMarkdown(`![A *square* & stalls](${square} "In May")`);
  expect(html).toBe(
    `<figure>\n<img src="${square}?w=960" srcset="${square}?w=480 480w, ${square}?w=960 960w, ${square} 1600w" ` +
      `sizes="(min-width: 46rem) 42rem, 100vw" width="1600" height="1067" loading="lazy" decoding="async" ` +
      `alt="A square &amp; stalls">\n<figcaption>In May</figcaption>\n</figure>\n`,
  );
  const small = "/files/0123456789abcdefghjk/300x200";
  expect(renderMarkdown(`![x](${small})`).html).toContain(`src="${small}" srcset="${small} 300w"`);
});

test("a picture that nobody has described is called so, and whoever may describe it is told", () => {
  const said = { undescribedLabel: "Nobody described it", undescribedNote: "Describe it" };
  const { html } = renderMarkdown(`![](${square})`, said);
  expect(html).toContain('alt="Nobody described it"');
  expect(html).toContain('<p class="undescribed">Describe it</p>');
  expect(renderMarkdown(`![](${square})`).html).not.toContain("<p");
  expect(renderMarkdown(`![A square](${square})`, said).html).not.toContain("<p");
});

test("a picture stands in lists, quotations, notes and cells, and in a sentence it is a link", () => {
  const { html } = renderMarkdown(
    `- ![in a list](${square})\n\n> ![quoted](${square})\n\n| a |\n|---|\n| ![in a cell](${square})<br/>below |\n\nSee ![in words](${square} "title")[^1].\n\n[^1]: ![noted](${square})`,
  );
  expect(html.match(/<img /g)).toHaveLength(4);
  expect(html).toContain(`See <a href="${square}" title="title">in words</a>`);
  expect(html).not.toMatch(/<p>\s*<figure/);
  expect(html).toMatch(/<\/figure>\n<p> <a href="#fnref-1"/);
});
