// What can be done from the keyboard on every screen of a network. The palette and the list of shortcuts are fetched when they are wanted.
import { useNavigate } from "@remix-run/react";
import { lazy, Suspense, useState } from "react";
import { placeOfKind } from "~/ui/document-places";
import { useReader } from "~/ui/use-reader";
import { useShortcuts } from "~/ui/use-shortcuts";
import type { NetworkPaletteProps } from "./network-palette";

const Palette = lazy(async () => ({ default: (await fetchPalette()).NetworkPalette }));
const ShortcutsList = lazy(async () => ({ default: (await import("./shortcuts-list")).ShortcutsList }));

/** Fetches the palette's code ahead of its first use; a second call costs nothing. */
export function fetchPalette() {
  return import("./network-palette");
}

interface CommandsProps extends Pick<NetworkPaletteProps, "home" | "destinations" | "others" | "begins"> {
  isPaletteOpen: boolean;
  onPalette: (isOpen: boolean) => void;
}

export function Commands({ isPaletteOpen, onPalette, ...places }: CommandsProps) {
  const { home, begins } = places;
  const navigate = useNavigate();
  const [isListOpen, setListOpen] = useState(false);
  const [wasPaletteOpen, setWasPaletteOpen] = useState(isPaletteOpen);
  if (isPaletteOpen && !wasPaletteOpen) setWasPaletteOpen(true);
  const hasSingleKeys = useReader().person?.hasShortcuts ?? false;
  const mayBegin = begins.length > 0;
  useShortcuts(
    [
      { keys: "mod+k", run: () => onPalette(true) },
      { keys: "?", run: () => setListOpen(true) },
      { keys: "g h", run: () => navigate(home) },
      { keys: "g p", run: () => navigate(`${home}${placeOfKind("good-practice").path}`) },
      { keys: "g m", run: () => navigate(`${home}/people`) },
      { keys: "g n", run: () => navigate("/notices") },
      ...(mayBegin ? [{ keys: "n", run: () => navigate(`${home}/documents/new`) }] : []),
    ],
    hasSingleKeys,
  );
  // Were the boundary there before, a key pressed while the page wakes up would reach it too early, and it be drawn anew.
  if (!wasPaletteOpen && !isListOpen) return null;
  return (
    <Suspense fallback={null}>
      {wasPaletteOpen ? (
        <Palette
          {...places}
          isOpen={isPaletteOpen}
          onClose={() => onPalette(false)}
          onShortcuts={() => setListOpen(true)}
        />
      ) : null}
      {isListOpen ? (
        <ShortcutsList onClose={() => setListOpen(false)} {...{ mayBegin, hasSingleKeys }} />
      ) : null}
    </Suspense>
  );
}
