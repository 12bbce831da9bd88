// A few people by name in a sentence, and how many more: the whole list has a page of its own.
import { useT } from "~/i18n/use-t";
import { useFormat } from "./use-reader";

/** So many are named before the rest is counted. */
const shownNames = 5;

export function useSomeNames(): (people: ReadonlyArray<{ name: string }>) => string {
  const t = useT("sharing");
  const format = useFormat();
  return (people) => {
    // One more name is shorter than saying that there is one more.
    const shown = people.length > shownNames + 1 ? people.slice(0, shownNames) : people;
    const names = shown.map(({ name }) => name);
    const rest = people.length - shown.length;
    return format.list(rest > 0 ? [...names, t("more", { count: rest })] : names);
  };
}
