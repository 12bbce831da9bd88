// Keeps the palette out of the first load, and yet at hand: fetched when one comes near its button or presses its keys.
import { lazy, Suspense, useState } from "react";
import type { CommandPaletteProps } from "./command-palette";

const Palette = lazy(async () => ({ default: (await fetchCommandPalette()).CommandPalette }));

/** Fetches the palette's code ahead of its first use; a second call costs nothing. */
export function fetchCommandPalette() {
  return import("./command-palette");
}

/** Renders nothing until it is opened for the first time. */
export function CommandPaletteLater(props: CommandPaletteProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <Palette {...props} />
    </Suspense>
  );
}
