import { expect, test } from "vitest";
import { isSingleKey, pressed, shortcutFor } from "~/ui/shortcut";

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) =>
  pressed({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const list = ["mod+k", "?", "g h", "h"].map((keys) => ({ keys, run: () => undefined }));

test("Ctrl and the command key are the same", () => {
  expect(press("k", { ctrlKey: true })).toBe("mod+k");
  expect(press("K", { metaKey: true })).toBe("mod+k");
});

test("Alt and named keys belong to the browser and the screen reader", () => {
  expect(press("h", { altKey: true })).toBeNull();
  expect(press("Enter")).toBeNull();
  expect(press("ArrowDown")).toBeNull();
});

test("two keys after each other come before one alone", () => {
  expect(shortcutFor(list, "g", "h")?.keys).toBe("g h");
  expect(shortcutFor(list, null, "h")?.keys).toBe("h");
  expect(shortcutFor(list, "x", "?")?.keys).toBe("?");
  expect(shortcutFor(list, null, "z")).toBeUndefined();
});

test("only shortcuts with Ctrl remain when single keys are off", () => {
  expect(list.filter(({ keys }) => !isSingleKey(keys)).map(({ keys }) => keys)).toEqual(["mod+k"]);
});
