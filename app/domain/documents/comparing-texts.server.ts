// Compares texts without holding up the event loop: short ones at once, long ones beside it, each pair once.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { translate } from "~/i18n/translate.server";
import { createBackground, type Background } from "~/platform/background.server";
import { log } from "~/platform/log.server";
import { forget, madeAlready, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import { compareTexts, type CompareJob, type ComparedTexts } from "~/text/comparison/comparison";
import type { CompareLabels } from "~/text/comparison/labels";
import { withoutErased } from "./erased-pictures.server";

/** Up to so many UTF-16 units of both texts together comparing takes a few hundredths of a second. */
const longestInPlace = 6_000;
/** What compared texts may hold in memory, in UTF-16 units. */
const cacheSize = 8_000_000;

export type TextsToCompare = Pick<CompareJob, "was" | "is" | "prefix" | "between">;

/** What changed from one text to the other, in words of this language; null: it would have taken too long. */
export async function comparedTexts(texts: TextsToCompare, language: string): Promise<ComparedTexts | null> {
  const job: CompareJob = { ...texts, labels: labelsIn(language), topHeading: 3 };
  const key = createHash("sha256").update(language).update(JSON.stringify(texts)).digest("base64");
  const known = kept().get(key);
  const compared = known ?? (sizeOf(texts) <= longestInPlace ? compareTexts(job) : await comparedBeside(job));
  if (compared === null) return null;
  if (!known) kept().set(key, compared);
  const parts = compared.parts.map(async (part) => ({
    ...part,
    html: await withoutErased(part.html, language),
  }));
  return { ...compared, parts: await Promise.all(parts) };
}

function sizeOf({ was, is, between = [] }: TextsToCompare): number {
  const length = (one: TextsToCompare["was"]) => (typeof one === "string" ? one : JSON.stringify(one)).length;
  return [was, is, ...between].reduce((sum: number, one) => sum + length(one), 0);
}

async function comparedBeside(job: CompareJob): Promise<ComparedTexts | null> {
  try {
    return await beside().run(job);
  } catch (error) {
    log().warn({ error }, "two texts could not be compared in time");
    return null;
  }
}

const kept = () =>
  once(
    "compared-texts",
    () =>
      new LRUCache<string, ComparedTexts>({
        maxSize: cacheSize,
        sizeCalculation: ({ parts, sections }) =>
          parts.reduce((sum, { html }) => sum + html.length + 50, 200 * sections.length + 200),
      }),
  );

function beside(): Background<CompareJob, ComparedTexts> {
  return once("comparing", () =>
    createBackground<CompareJob, ComparedTexts>({
      workerFile: join(root(), "build/workers/compare.js"),
      timeLimit: 8_000,
      // Whoever compares once compares again.
      quiet: 300_000,
      memoryLimit: 512,
      longestQueue: 50,
    }),
  );
}

/** Ends the worker thread, if one is awake. */
export async function closeComparing(): Promise<void> {
  const background = madeAlready<Background<CompareJob, ComparedTexts>>("comparing");
  forget("comparing");
  await background?.close();
}

function labelsIn(language: string): CompareLabels {
  const t = translate(language);
  return {
    added: t("comparing:said.added"),
    removed: t("comparing:said.removed"),
    changed: t("comparing:said.changed"),
    movedHere: t("comparing:moved.here", { section: "{section}" }),
    movedAway: t("comparing:moved.away", { section: "{section}" }),
    stoodElsewhere: t("comparing:moved.stoodElsewhere"),
    standsElsewhere: t("comparing:moved.standsElsewhere"),
    restyled: t("comparing:restyled"),
    linkedTo: t("comparing:linkedTo", { address: "{address}" }),
    notLinked: t("comparing:notLinked"),
    ticked: t("comparing:ticked"),
    unticked: t("comparing:unticked"),
    was: t("comparing:was", { form: "{form}" }),
    forms: {
      paragraph: t("comparing:form.paragraph"),
      heading: t("comparing:form.heading"),
      bulletList: t("comparing:form.bulletList"),
      orderedList: t("comparing:form.orderedList"),
      taskList: t("comparing:form.taskList"),
    },
    numberedFrom: t("comparing:numberedFrom", { number: "{number}" }),
    beginning: t("comparing:beginning"),
    untitled: t("comparing:untitled"),
    notes: t("documents:rendered.footnotes"),
    note: t("documents:rendered.footnote"),
    table: t("documents:rendered.table"),
    picture: t("documents:rendered.undescribed"),
  };
}
