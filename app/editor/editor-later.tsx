// Keeps the editor out of every page: its code is fetched when somebody is about to write.
import { later } from "~/ui/later";
import type { EditorSurfaceProps } from "./editor-surface";

/** Until it is there the text is read as always: show that in the Suspense around it, or `fetch` first. */
export const EditorLater = later<EditorSurfaceProps>(
  async () => (await import("./editor-surface")).EditorSurface,
);
