// Two editors on one text in a real browser: nobody writes but people, and each undoes what is their own.
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { visitor } from "../support/browser";

const root = resolve(import.meta.dirname, "../..");
let script = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/editor/together-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    alias: { "~": join(root, "app") },
  });
  script = outputFiles[0]?.text ?? "";
});

async function writers(): Promise<Page> {
  const { page } = await visitor("http://127.0.0.1");
  await page.setContent("<!doctype html>");
  await page.addScriptTag({ content: script });
  return page;
}

test("opening a text writes nothing, an empty one included", async () => {
  const page = await writers();
  const written = await page.evaluate(() => {
    const one = window.person();
    const other = window.person(one);
    one.editor.commands.setContent("<h1>Plan</h1><table><tr><td>a</td></tr></table><hr>");
    const own = one.written;
    const answered = window.meet(one, other);
    const third = window.person(one);
    return { isWritten: own > 0, answered, third: third.written, empty: window.person().written };
  });
  expect(written).toEqual({ isWritten: true, answered: 0, third: 0, empty: 0 });
});

test("a table that two people changed at once is mended by whoever writes in it next, not by all at once", async () => {
  const page = await writers();
  const seen = await page.evaluate(() => {
    const one = window.person();
    one.editor.commands.setContent(
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    );
    const other = window.person(one);
    one.editor.chain().setTextSelection(4).addColumnAfter().run();
    other.editor.chain().setTextSelection(4).addRowAfter().run();
    const answered = window.meet(one, other);
    const rows = () =>
      [one, other].map(({ editor }) => {
        const rows: number[] = [];
        editor.state.doc.descendants((node) => {
          if (node.type.name === "tableRow") rows.push(node.childCount);
        });
        return rows.join();
      });
    const ragged = rows();
    one.editor.chain().setTextSelection(4).insertContent("x").run();
    const again = window.meet(one, other);
    return { answered, ragged, again, mended: rows() };
  });
  expect(seen).toEqual({ answered: 0, ragged: ["3,2,3", "3,2,3"], again: 0, mended: ["3,3,3", "3,3,3"] });
});

test("a text that somebody else empties while all of it is selected is not written into", async () => {
  const page = await writers();
  const answered = await page.evaluate(() => {
    const one = window.person();
    one.editor.commands.setContent("<h1>Plan</h1>");
    const other = window.person(one);
    other.editor.commands.selectAll();
    one.editor.commands.deleteRange({ from: 1, to: 5 });
    return window.meet(one, other);
  });
  expect(answered).toBe(0);
});

test("undoing takes back one's own writing and leaves the others'", async () => {
  const page = await writers();
  const texts = await page.evaluate(() => {
    const one = window.person();
    one.editor.commands.setContent("<p>start</p>");
    const other = window.person(one);
    other.editor.commands.insertContentAt(1, "other ");
    window.meet(one, other);
    one.editor.commands.insertContentAt(one.editor.state.doc.content.size - 1, " one");
    window.meet(one, other);
    const both = other.editor.getText();
    other.editor.commands.undo();
    window.meet(one, other);
    const undone = one.editor.getText();
    other.editor.commands.redo();
    window.meet(one, other);
    return { both, undone, redone: one.editor.getText() };
  });
  expect(texts).toEqual({ both: "other start one", undone: "start one", redone: "other start one" });
});

test("two footnotes added at once are two, each with its note", async () => {
  const page = await writers();
  const labels = await page.evaluate(() => {
    const one = window.person();
    one.editor.commands.setContent("<p>first</p><p>second</p>");
    const other = window.person(one);
    one.editor.chain().setTextSelection(6).addFootnote().run();
    other.editor.chain().setTextSelection(14).addFootnote().run();
    window.meet(one, other);
    const found: Record<string, string[]> = { footnote: [], footnoteReference: [] };
    one.editor.state.doc.descendants((node) => {
      found[node.type.name]?.push(String(node.attrs.label));
    });
    return found;
  });
  expect(new Set(labels.footnoteReference).size).toBe(2);
  expect([...(labels.footnote ?? [])].sort()).toEqual([...(labels.footnoteReference ?? [])].sort());
});

test("guidance goes with the first words of whoever writes below it, and not when others write", async () => {
  const page = await writers();
  const seen = await page.evaluate(() => {
    const one = window.person();
    one.editor.commands.setContent('<h1>Plan</h1><div data-guidance="Say why"></div><p></p>');
    const other = window.person(one);
    const guidances = () =>
      [one, other].map(
        ({ editor }) => editor.getJSON().content?.filter(({ type }) => type === "guidance").length,
      );
    one.editor.commands.insertContentAt(1, "Own ");
    window.meet(one, other);
    const elsewhere = guidances();
    other.editor.chain().setTextSelection(12).insertContent("B").run();
    const answered = window.meet(one, other);
    const after = guidances();
    other.editor.commands.undo();
    window.meet(one, other);
    return { elsewhere, after, answered, back: guidances()[0] };
  });
  expect(seen).toEqual({ elsewhere: [1, 1], after: [0, 0], answered: 0, back: 1 });
});

test("others' carets bear the names the server stamped, and can be gone to", async () => {
  const page = await writers();
  const seen = await page.evaluate(async () => {
    const one = window.person();
    one.editor.commands.setContent("<p>start</p>");
    const other = window.person(one);
    other.editor.view.focus();
    other.editor.commands.setTextSelection(3);
    const client = other.shared.clientID;
    const cursor: unknown = other.awareness.getLocalState()?.cursor;
    // As the server tells it: the name is its own.
    one.awareness.states.set(client, { user: { id: "p", name: "Marta Ozola", colour: 0 }, cursor });
    one.awareness.emit("change", [{ added: [client], updated: [], removed: [] }, "others"]);
    while (!one.editor.view.dom.querySelector(".others-caret"))
      await new Promise((drawn) => requestAnimationFrame(drawn));
    const mark = one.editor.view.dom.querySelector<HTMLElement>(".others-caret");
    return {
      own: Object.keys(other.awareness.getLocalState() ?? {}),
      name: mark?.querySelector(".others-name")?.textContent,
      colour: mark?.style.getPropertyValue("--person"),
      shown: [window.showCaretOf(one.editor, client), window.showCaretOf(one.editor, 1)],
      text: one.editor.getText(),
    };
  });
  expect(seen).toEqual({
    own: ["cursor"],
    name: "Marta Ozola",
    colour: "var(--person-12)",
    shown: [true, false],
    text: "start",
  });
});
