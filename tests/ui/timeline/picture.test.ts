// The picture as a file: whole, in its own colours, and harmless whatever its titles hold.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { drawTimeline } from "~/ui/timeline/drawing";
import { ofAFile } from "~/ui/timeline/palette";
import { timelineAsFile } from "~/ui/timeline/timeline-as-file";
import { aDue, aMeeting, aPhase, aTimeline } from "../../support/timelines";

async function fileOf(title: string): Promise<string> {
  const timeline = aTimeline({
    phases: [aPhase({ name: title })],
    dues: [aDue({ title, late: ["Alytus"], cities: [title, "Alytus"] })],
    meetings: [aMeeting({ title, city: title })],
  });
  const drawing = drawTimeline(timeline, {
    ...{ t: translate("en"), format: formatFor("en", "UTC"), language: "en" },
    ...{ name: title, home: "/networks/digiplace" },
  });
  if (!drawing) throw new Error("Nothing is drawn.");
  let text = "";
  for await (const piece of timelineAsFile(drawing)) text += piece;
  return text;
}

test("what titles hold is words in it, never markup, and what XML does not know is left out", async () => {
  const odd = "<script>x</script> & \"it's\" ]]> \u0000\u0007\uFFFE\uD800 <a href='javascript:x'>";
  const text = await fileOf(odd);
  expect(
    text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
  ).toBe(true);
  expect(text).toContain("&lt;script&gt;x&lt;/script&gt; &amp; &quot;it&#x27;s&quot; ]]&gt;");
  expect(text).not.toMatch(/<script|<a[ >]|<style|<image|<foreignObject|href="|\son\w+="/i);
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  expect(text).not.toMatch(/[\u0000\u0007\uFFFE]/);
  expect(Buffer.from(text).toString(), "no half letters").toBe(text);
  const opened = [...text.matchAll(/<([a-z]\w*)[^>]*?(\/?)>/gi)].filter(([, , closed]) => closed === "");
  expect(text.match(/<\//g)).toHaveLength(opened.length);
});

test("it needs nothing of ours: its colours are figures, as the page has them by day", async () => {
  const text = await fileOf("Final plan");
  expect(text).not.toMatch(/var\(|class=|aria-label=|http(?!:\/\/www\.w3\.org\/2000\/svg)/);
  const tokens = readFileSync(new URL("../../../app/ui/styles/tokens.css", import.meta.url), "utf8");
  const [byDay = ""] = tokens.slice(tokens.indexOf("color-scheme: light")).split("@variant dark");
  const { sans: _, ...colours } = ofAFile;
  for (const [name, colour] of Object.entries(colours)) expect(byDay).toContain(`--${name}: ${colour};`);
});
