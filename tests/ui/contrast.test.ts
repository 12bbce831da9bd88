// Measures the colours as they stand in tokens.css: text can be read and parts can be seen in both schemes.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paper } from "~/ui/colours";

type Scheme = Record<string, string>;

const css = readFileSync(new URL("../../app/ui/styles/tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.slice(css.indexOf("color-scheme: light")).split("@variant dark");
const schemes = { light: coloursIn(lightCss), dark: coloursIn(darkCss) };

function coloursIn(text: string): Scheme {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

/** Three parts of linear light, 0 to 1. */
function light(colour: string): [number, number, number] {
  const part = (start: number) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** As WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const brightness = (colour: string) => {
    const [red, green, blue] = light(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, brighter = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (brighter + 0.05) / (darker + 0.05);
}

/** How different two colours look: the distance in OKLab. */
function distance(one: string, other: string): number {
  const place = (colour: string) => {
    const [red, green, blue] = light(colour);
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ] as const;
  };
  const [a, b] = [place(one), place(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const grounds = ["paper", "raised", "sunken", "hover"];
const washes = ["accent", "teal", "ok", "soon", "late"];
const read: [text: string, ground: string][] = [
  ...["ink", "quiet", "accent", "teal"].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...["ok", "soon", "late", "accent-deep"].flatMap((text) =>
    ["paper", "raised", "sunken"].map((ground): [string, string] => [text, ground]),
  ),
  ...washes.map((name): [string, string] => [name, `${name}-wash`]),
  ...washes.map((name): [string, string] => ["ink", `${name}-wash`]),
  ["ink", "mark"],
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["paper", "ink"],
  ...Array.from({ length: 12 }, (_, at): [string, string] => ["person-ink", `person-${at + 1}`]),
];
const seen: [part: string, ground: string][] = [
  ["edge", "paper"],
  ["edge", "raised"],
  ["edge", "sunken"],
  ["teal", "paper"],
  ["teal", "sunken"],
  ["accent", "sunken"],
  ["late", "raised"],
  ...Array.from({ length: 12 }, (_, at): [string, string] => [`person-${at + 1}`, "paper"]),
];

function named(scheme: Scheme, name: string): string {
  const colour = scheme[name];
  if (colour === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return colour;
}

describe.each(Object.entries(schemes))("in the %s scheme", (name, scheme) => {
  test.each(read)("--%s can be read on --%s", (text, ground) => {
    expect(contrast(named(scheme, text), named(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(seen)("--%s can be seen on --%s", (part, ground) => {
    expect(contrast(named(scheme, part), named(scheme, ground))).toBeGreaterThanOrEqual(3);
  });

  test("the twelve people's colours can be told apart", () => {
    const people = Array.from({ length: 12 }, (_, at) => named(scheme, `person-${at + 1}`));
    const distances = people.flatMap((one, at) => people.slice(at + 1).map((other) => distance(one, other)));
    expect(Math.min(...distances)).toBeGreaterThan(0.06);
  });

  test("the colour that tints the browser is the paper's", () => {
    expect(paper[name as keyof typeof paper]).toBe(named(scheme, "paper"));
  });
});

test("both schemes define the same colours", () => {
  expect(Object.keys(schemes.dark).sort()).toEqual(Object.keys(schemes.light).sort());
});
