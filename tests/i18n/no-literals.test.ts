// No component shows a word that is not in the catalogues.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { literalsIn } from "./literals";

const house = fileURLToPath(new URL("../../", import.meta.url));

test("no component shows words of its own", () => {
  const found = filesUnder(`${house}app`).flatMap((path) =>
    literalsIn(path, readFileSync(path, "utf8")).map((literal) => `${path.slice(house.length)}:${literal}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["<p>Save it</p>", ["1: Save it"]],
  ["<p>{`Saved ${at}`}</p>", ["1: Saved"]],
  ["<p>{isDone ? 'Yes' : t('no')}</p>", ["1: Yes"]],
  ["<p>{count > 0 && 'some'}</p>", ["1: some"]],
  ["<p>{'a' + name + 'b'}</p>", ["1: a", "1: b"]],
  ["<img alt='A map' />", ["1: A map"]],
  ["<button aria-label={isOpen ? 'Close' : t('open')} />", ["1: Close"]],
  ["<input placeholder={`Find ${what}`} />", ["1: Find"]],
  ["const meta = () => [{ title: 'Home' }]", ["1: Home"]],
])("finds the words in %s", (source, expected) => {
  expect(literalsIn("component.tsx", source)).toEqual(expected);
});

test.each([
  "<p className='quiet'>{t('documents:publish.button')}</p>",
  "<p>{kind === 'draft' ? t('a') : t('b')}</p>",
  "<p title={t('x')} data-state='draft' role='status'>· — 12 %</p>",
  "<h1>Torg</h1>",
  "<kbd>Ctrl</kbd>",
  "<kbd>K</kbd>",
  "<span>{names.join(', ')}</span>",
  "<Link to={`/networks/${slug}`} prefetch='intent'>{name}</Link>",
])("is content with %s", (source) => {
  expect(literalsIn("component.tsx", source)).toEqual([]);
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => `${folder}/${path}`);
}
