// Keeps the editor out of every page: its code is fetched when somebody is about to write.
import { later } from "~/ui/later";
import type { LiveTextProps } from "./live-text";

/** Until it is there the text is read as always: `fetch` first. */
export const LiveTextLater = later<LiveTextProps>(async () => (await import("./live-text")).LiveText);
