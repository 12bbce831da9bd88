// What the innermost screen puts into the frame around it.
import type { Translate } from "~/i18n/keys";
import type { Crumb } from "./breadcrumb";

/** Exported by a route as `handle`; `data` is its loader's. */
export interface ScreenHandle {
  crumbs: (data: never, t: Translate<["frame"]>, network: string) => Crumb[];
  /** Whether a reading screen shows words of the desk's shelf by itself: then they come with the page. */
  needsDesk?: (data: unknown) => boolean;
  /** Whether it shows the words of threads, which are a small shelf of their own. */
  needsThreads?: (data: unknown) => boolean;
  /** What the page shows whose code is fetched apart; `isWrong` where one of its screens cannot be shown. */
  parts?: (data: unknown, isWrong: boolean) => ReadonlyArray<{ fetch(): Promise<void> }>;
}
