// The one way in to search: keeps the index following what happens, and answers members. All the work is done beside the event loop.
import { watch, type FSWatcher } from "node:fs";
import { dirname, join } from "node:path";
import { createBackground, type Background } from "~/platform/background.server";
import { now } from "~/platform/clock";
import { log } from "~/platform/log.server";
import { forget, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import { settings } from "~/platform/settings.server";
import type { Member } from "../access/member";
import { happenings } from "../activity/activities.server";
import type { Related } from "../documents/relations.server";
import { currentIndex, firstIndex, removeOtherIndexes, takeIndex } from "./index-place.server";
import type { IndexJob, IndexResult } from "./index-worker";
import { nothingFound, questionLimit, type SearchAnswer, type SearchOrder } from "./search";
import type { SearchJob, TitlesJob } from "./searching.server";

/** Milliseconds between two looks at what other processes may have written. */
const lookEvery = 30_000;
/** Milliseconds after the start until the index is looked through, where nobody asks before. */
const openAfter = 1_000;

interface Search {
  ask(members: readonly Member[], order: SearchOrder, language: string): Promise<SearchAnswer>;
  titles(member: Member, typed: string, most: number): Promise<Related[]>;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** Starts following, in this process's data folder: an index that is missing is built while people already search in it. */
export function openSearch(): void {
  once<Search>("search", () => begin(settings().dataFolder));
}

/**
 * What these memberships of one person let them find. Nothing for whoever has none. The question may be anything at all: it is cut
 * at 200 characters, and what is no letter and no digit only parts words.
 */
export function search(
  members: readonly Member[],
  order: SearchOrder,
  language: string,
): Promise<SearchAnswer> {
  openSearch();
  return running().ask(members, order, language);
}

/** The documents whose titles have these words, as `search` finds them: for whoever types a link, so with nothing but titles. */
export function findTitles(member: Member, typed: string, most: number): Promise<Related[]> {
  openSearch();
  return running().titles(member, typed, most);
}

/** Resolves once everything that has happened until now can be found. */
export async function searchCaughtUp(): Promise<void> {
  openSearch();
  await running().caughtUp();
}

/** Ends the workers. The index goes on where it was when it is opened again. */
export async function closeSearch(): Promise<void> {
  const search = once<Search | null>("search", () => null);
  forget("search");
  await search?.close();
}

function running(): Search {
  return once<Search>("search", () => begin(settings().dataFolder));
}

function begin(dataFolder: string): Search {
  const databaseFile = join(dataFolder, "torg.db");
  let indexFile = currentIndex(dataFolder);
  const isNew = indexFile === null;
  // Where there is none people search in the new one from the first moment on: it has its name before it is whole.
  indexFile ??= firstIndex(dataFolder);
  if (isNew) takeIndex(dataFolder, indexFile);
  removeOtherIndexes(dataFolder, indexFile);
  let file = indexFile;
  const searching: Background<SearchJob | TitlesJob, SearchAnswer | Related[]> = createBackground({
    workerFile: join(root(), "build/workers/search.js"),
    timeLimit: 5_000,
    quiet: 300_000,
    memoryLimit: 512,
    longestQueue: 500,
  });
  const indexing: Background<IndexJob, IndexResult> = createBackground({
    workerFile: join(root(), "build/workers/search-index.js"),
    timeLimit: 120_000,
    quiet: 5_000,
    memoryLimit: 512,
  });
  let isWholeAfter = isNew;
  /** Before the first step of the work the file may not be there yet. */
  let isThere = !isNew;
  let begun: () => void = () => undefined;
  const beginning = new Promise<void>((resolve) => (begun = resolve));
  let isClosed = false;

  /** Everything that is pending when it is called is in the index when it resolves. */
  const catchUp = async (look: IndexJob["look"]): Promise<void> => {
    let first = look;
    for (;;) {
      const { left } = await indexing.run({ databaseFile, indexFile: file, look: first, isWholeAfter });
      isThere = true;
      begun();
      if (left === 0) break;
      first = "at-what-happened";
    }
    isWholeAfter = false;
  };
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let nextLook: IndexJob["look"] = "at-what-happened";
  /** One look serves all who ask before it begins. */
  const follow = (look: IndexJob["look"] = "at-what-happened"): Promise<void> => {
    if (look === "everywhere") nextLook = look;
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = null;
        current = catchUp(nextLook);
        nextLook = "at-what-happened";
        return current;
      });
    return next;
  };
  const followAndTell = (look?: IndexJob["look"]) => {
    follow(look).catch((error: unknown) => {
      if (!isClosed)
        log().warn({ error }, "the search index could not be brought up to date; it is tried again");
    });
  };

  let opened: Promise<void> | undefined;
  /** Looks at everything, once. What is no index any more is none to mend: another one begins. */
  const open = (): Promise<void> => {
    opened ??= follow("everywhere").catch((error: unknown) => {
      if (isClosed) return;
      log().warn({ error }, "the search index could not be read; it is built anew");
      file = firstIndex(dataFolder);
      takeIndex(dataFolder, file);
      removeOtherIndexes(dataFolder, file);
      isWholeAfter = true;
      isThere = false;
      return follow("everywhere");
    });
    return opened;
  };
  const openAndTell = () =>
    void open().catch((error: unknown) => {
      if (!isClosed) log().error({ error }, "there is no search index, and none could be built");
    });
  // A start has other things to do first.
  const opening = setTimeout(openAndTell, openAfter).unref();
  const onAnnounced = () => followAndTell();
  happenings().on("announced", onAnnounced);
  const clock = setInterval(() => followAndTell(), lookEvery).unref();
  const watcher = watchFor(dirname(file), () => {
    const other = currentIndex(dataFolder);
    if (other === null || other === file) return;
    file = other;
    followAndTell("everywhere");
    removeOtherIndexes(dataFolder, file);
  });

  /** Once its first part is there, people search in what there is. */
  const there = async () => {
    openAndTell();
    if (!isThere) await Promise.race([beginning, open()]);
    return { databaseFile, indexFile: file, at: now() };
  };

  return {
    ask: async (members, order, language) => {
      if (members.length === 0) return nothingFound(order.question);
      const question = order.question.slice(0, questionLimit);
      const job = { members: [...members], order: { ...order, question }, language };
      return (await searching.run({ ...(await there()), ...job })) as SearchAnswer;
    },
    titles: async (member, typed, most) => {
      const job = { members: [member], titlesWith: typed.slice(0, questionLimit), most };
      return (await searching.run({ ...(await there()), ...job })) as Related[];
    },
    caughtUp: async () => {
      await open();
      await follow();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(opening);
      clearInterval(clock);
      watcher?.close();
      happenings().off("announced", onAnnounced);
      await Promise.all([searching.close(), indexing.close()]);
    },
  };
}

/** Hears when another process has built an index. Where the system cannot tell, the next start takes it. */
function watchFor(folder: string, react: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false }, (_, name) => {
      if (name === "current") react();
    });
  } catch {
    return null;
  }
}
