// What a page of a long list shows is what it would show if all of it were put in order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOf, folded, type Ranked } from "~/domain/documents/list-order";
import { fold } from "~/text/fold";

const compare = (one: Ranked, other: Ranked) =>
  one.key < other.key || (one.key === other.key && one.id < other.id) ? -1 : 1;

test("the first of a list are the same, however many are asked for and in whatever order it came", () => {
  const rows = fc.uniqueArray(fc.record({ id: fc.string(), key: fc.constantFrom("a", "b", "ba", "c", "") }), {
    selector: ({ id }) => id,
    maxLength: 300,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom(1, 7, 50, 100, 101, 400), (all, count) => {
      const came = [...all];
      expect(firstOf(all, count, compare)).toEqual([...all].sort(compare).slice(0, count));
      expect(all).toEqual(came);
    }),
  );
});

test("titles are folded as everywhere, also after more of them than are kept", () => {
  for (let index = 0; index < 20_010; index += 1) folded(`Žešuvas ${index}`);
  for (const title of ["Žešuvas 1", "Žešuvas 20009", "Botoșani", ""]) expect(folded(title)).toBe(fold(title));
});
