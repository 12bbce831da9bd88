// What is done for the texts beside the serving, each time the house is opened: rows brought up to them, tasks kept, and
// Markdown made into such texts.
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { convertPublishedText, convertWorkingText, type Converted, type Outcome } from "./converting.server";
import { catchUpWithTexts } from "./projection.server";
import { keepMissingTasks } from "./tasks-at-start.server";

export interface ConvertedTexts {
  working: number;
  published: number;
  /** Of both: brought to other signs, left as they were, and among these those of which something cannot be held or shows otherwise. */
  brought: number;
  unchanged: number;
  withLosses: number;
  /** Left as Markdown: too large to be written together, and those that failed and are tried again at the next start. */
  tooLarge: number;
  failed: number;
  milliseconds: number;
}

/** Begins, and goes on until everything is done or it is stopped. Never fails. */
export function bringTextsUp(): { done: Promise<ConvertedTexts | undefined>; stop(): void } {
  let isStopped = false;
  const work = async () => {
    await catchUpWithTexts(() => isStopped);
    await keepMissingTasks(() => isStopped);
    return isStopped ? undefined : convertTexts(() => isStopped);
  };
  return { done: work(), stop: () => (isStopped = true) };
}

/**
 * Makes every text that is Markdown alone, working and published, what it is to be, one after the other; what was done before is passed
 * over, what was begun is gone on with. Says in the log what came of it, where there was anything to do. Never fails.
 */
export async function convertTexts(isStopped = () => false): Promise<ConvertedTexts> {
  const begun = performance.now();
  const count: ConvertedTexts = {
    working: 0,
    published: 0,
    brought: 0,
    unchanged: 0,
    withLosses: 0,
    tooLarge: 0,
    failed: 0,
    milliseconds: 0,
  };
  const each = async (
    of: "working" | "published",
    convert: (id: string) => Promise<Converted | undefined>,
  ) => {
    for (const id of await unconverted(of)) {
      if (isStopped()) return;
      try {
        const converted = await convert(id);
        if (converted) add(count, of, converted);
      } catch (error) {
        if (isStopped()) return;
        count.failed += 1;
        log().error({ error, document: id, of }, "a text in Markdown could not be converted");
      }
    }
  };
  try {
    await each("working", (id) => convertWorkingText(id, false));
    await each("published", convertPublishedText);
  } catch (error) {
    log().error({ error }, "texts in Markdown could not be converted");
  }
  count.milliseconds = Math.round(performance.now() - begun);
  if (count.working + count.published + count.failed > 0)
    log().info(
      count,
      isStopped()
        ? "converting texts in Markdown goes on at the next start"
        : "texts in Markdown are converted",
    );
  return count;
}

/** The texts that have not come to the end of it. */
async function unconverted(of: "working" | "published"): Promise<string[]> {
  const documents = await database().read.document.findMany({
    where: {
      purgedAt: null,
      ...(of === "published" && { publishedText: { not: null } }),
      former: { none: { of, outcome: { not: null } } },
    },
    select: { id: true },
    orderBy: { updatedAt: "desc" },
  });
  return documents.map(({ id }) => id);
}

function add(count: ConvertedTexts, of: "working" | "published", { outcome, losses }: Converted): void {
  const field: Record<Outcome, "brought" | "unchanged" | "tooLarge"> = {
    brought: "brought",
    unchanged: "unchanged",
    kept: "unchanged",
    "too-large": "tooLarge",
  };
  count[of] += 1;
  count[field[outcome]] += 1;
  if (losses > 0) count.withLosses += 1;
}
