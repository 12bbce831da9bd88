// What the palette finds beyond places and commands: the same that the search field offers, asked while one types.
import { useT } from "~/i18n/use-t";
import { foundAddress } from "./found-address";
import type { PaletteItem } from "./palette-item";
import { useOffers } from "./use-offers";

/** The finds for the last words typed, and the way to a page with all of them. */
export function usePaletteFinds(to: string): { finds: PaletteItem[]; onQuery: (query: string) => void } {
  const t = useT("frame");
  const { answer, ask } = useOffers(to);
  const group = t("top.search");
  const finds = (answer?.finds ?? []).map((find) => ({
    id: `${find.kind}-${find.id}`,
    label: find.title.map(({ text }) => text).join(""),
    detail: find.city,
    // Found by whatever was asked, also where the words stand in the text or in another form.
    otherWords: answer?.question ?? "",
    group,
    to: foundAddress(find),
  }));
  return { finds, onQuery: (query) => ask(query.trim()) };
}
