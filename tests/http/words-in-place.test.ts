// What stands where a picture is missing can be read, whatever its shape and in every language.
import { expect, test } from "vitest";
import { wordsInPlace } from "~/http/words-in-place";
import { languageCodes } from "~/i18n/languages";
import { translate } from "~/i18n/translate.server";

const sizes = [
  [1600, 1067],
  [1067, 1600],
  [2560, 400],
  [320, 200],
] as const;

test("the words stand within the picture, whole and in lines", () => {
  for (const language of languageCodes)
    for (const key of ["files:damaged", "files:erased.picture"] as const)
      for (const [width, height] of sizes) {
        const words = translate(language)(key);
        const drawn = wordsInPlace(words, { width, height });
        const size = Number(/font-size="(\d+)"/.exec(drawn)?.[1]);
        const lines = [...drawn.matchAll(/<text x="[\d.]+" y="([\d.]+)">([^<]*)/g)].map(
          ([, y, line = ""]) => ({
            y: Number(y),
            line,
          }),
        );
        expect(lines.map(({ line }) => line).join(" ")).toBe(words);
        for (const { y, line } of lines) {
          expect(line.length * size * 0.55, line).toBeLessThan(width);
          expect(y - size / 2).toBeGreaterThan(0);
          expect(y + size / 2).toBeLessThan(height);
        }
      }
});
