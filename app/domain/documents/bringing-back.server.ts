// Bringing back a version of a text, or a section of one, while others write: as a difference, which can be taken back as one.
import type { Node } from "@tiptap/pm/model";
import { database, type Transaction } from "~/platform/db.server";
import { inTurn } from "~/platform/in-turn";
import { carriedOver } from "~/text/carried-over";
import { readMarkdown } from "~/text/markdown-to-document";
import { toShared } from "~/text/shared-document";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import { originsOf } from "./authorship";
import { handsOfVersion } from "./authorship-work.server";
import type { Hand } from "./authors-of-saves";
import {
  differenceOf,
  sectionPlan,
  sectionsIn,
  wholePlan,
  type Difference,
  type Plan,
} from "./bringing-back";
import { besideWriters } from "./bringing-back-beside";
import type { BringBack, TakeBack } from "./bringing-back-orders";
import { convertWorkingText } from "./converting.server";
import { factsIn } from "./document-facts";
import { judgeNamed } from "./named-in-facts.server";
import { writable } from "./one-document.server";
import { bringUp, keepFollowed, keepProjection } from "./projection.server";
import { keepRevision } from "./revisions.server";
import { takenBack } from "./taken-back";
import { textTurn } from "./text-turn";
import { isWrittenTogether } from "./together.server";
import { listVersions, type Version, type Versions } from "./versions.server";
import { withTogether, type Standing } from "./written-together.server";
import { RevisionInAddress } from "./version-orders";
import { blocksWrittenIn } from "./written-since";
import { liveDocuments } from "./live-documents.server";

export interface BringingBack {
  document: Versions["document"];
  version: Version;
  /** Sections that can come back by themselves, as the version has them. */
  sections: Array<{ anchor: string; words: string; level: number }>;
  /** The one that is asked for; null: all of the text. */
  section: { anchor: string; words: string; behind?: string | null } | null;
  difference: Difference;
  /** Title, language or facts were others. */
  hasOtherHead: boolean;
  /** As of which number of its log the text was looked at. */
  shown: number;
}

/**
 * What would change if the version, or its section of this anchor, came back now. Refuses `not-found` as reading versions does, and a
 * section that the version does not have; then as writing does, and `invalid` a text in the archive.
 */
export async function readBringingBack(
  member: Member,
  id: string,
  address: string,
  anchor?: string,
): Promise<BringingBack> {
  await bringUp(id);
  const followed = await database().read.followedText.findUnique({ where: { documentId: id } });
  const { document, version, save, standing } = await judged(member, id, address);
  const text = readMarkdown(standing.text).document;
  const back = readMarkdown(save.text).document;
  const sections = sectionsIn(back);
  const plan = planOf(text, back, anchor);
  if (!plan) throw notFound();
  const section = sections.find((one) => one.anchor === anchor);
  return {
    document,
    version,
    sections: sections.map(({ words, level, anchor: name }) => ({ anchor: name, words, level })),
    section: section ? { anchor: section.anchor, words: section.words, behind: plan.behind } : null,
    difference: differenceOf(text, plan),
    hasOtherHead: !isSameHead(standing, save),
    shown: followed?.number ?? 0,
  };
}

/**
 * Brings the version, or one section of it, back into the text, beside what others write meanwhile; whoever wrote its words then is their
 * writer still. A passage in which others wrote since what changes was `shown` stays as it stands. Title, language and facts stay, unless
 * they are asked for. Answers under which number of the log it can be taken back (null where no word of the text was another), and how many
 * passages were `kept`. Refuses as `readBringingBack`; `invalid` where nothing would change, and facts that name what the
 * member may not; `conflict` a text that holds what this house does not know.
 */
export async function bringBack(
  member: Member,
  id: string,
  address: string,
  { section: anchor, head, shown }: BringBack,
): Promise<{ done: number | null; kept: number }> {
  await bringUp(id);
  const { document, version, save, standing: stands } = await judged(member, id, address);
  const back = readMarkdown(save.text).document;
  const section = sectionsIn(back).find((one) => one.anchor === anchor);
  if (anchor !== undefined && !section) throw notFound();
  const text = readMarkdown(stands.text).document;
  const isSameText = planOf(text, back, anchor)?.document.eq(text) ?? true;
  // Refused before anything is made ready for it.
  if (isSameText && (!head || isSameHead(stands, save))) throw invalid("form", "restoring:wrong.same");
  if (!(await isWrittenTogether(id))) {
    const converted = await convertWorkingText(id, true);
    if (converted?.outcome === "too-large") throw invalid("form", "malformed");
  }
  const { language } = document;
  const hands = await handsOfVersion({ id, text: save.text, language }, { ...version, savedAt: version.at });
  return inTurn(textTurn(id), () =>
    withTogether(id, async ({ standing, change: changeText }) => {
      await keepProjection(id, standing.markdown, standing.number);
      const { isSame: isSameAlready } = await change(async (transaction) => {
        const { kind, facts, ...rest } = await standingIn(transaction, member, id);
        const wanted = factsIn(kind, save.facts);
        if (head) await judgeNamed(transaction, member, wanted, factsIn(kind, facts), id);
        return { isSame: isSameHead({ ...rest, facts }, save) };
      });
      const since = shown === undefined ? [] : await liveDocuments().states.after(id, shown);
      const others = since.filter(({ sender }) => sender !== null && sender !== member.personId);
      let kept = 0;
      const changed = await changeText(member, (copy, stood) => {
        const asked = planOf(stood, back, anchor);
        if (!asked) return null;
        const written = blocksWrittenIn(
          copy,
          others.map(({ bytes }) => bytes),
        );
        const beside = besideWriters(asked, stood, written);
        const { plan } = beside;
        kept = beside.kept;
        const wanted = carriedOver(stood, plan.document);
        toShared(copy, wanted);
        return originsOf(copy, copy.clientID, handsIn(plan, back, hands));
      });
      if (!changed && (!head || isSameAlready))
        throw invalid("form", kept > 0 ? "restoring:wrong.written" : "restoring:wrong.same");
      await keepBroughtBack(member, id, changed, {
        head: head ? save : undefined,
        after: {
          from: version.revision,
          stood: version.at.toISOString(),
          what: section ? "section" : "version",
          section: section?.words ?? null,
          done: changed?.done ?? null,
        },
      });
      return { done: changed?.done ?? null, kept };
    }),
  );
}

/**
 * Takes back what this member brought back, and nothing else: what others wrote since stays, also in the passages that go. Refuses
 * as writing does; `conflict` what they did not do, what was taken back already, and what cannot be any more.
 */
export async function takeBringingBackBack(member: Member, id: string, { done }: TakeBack): Promise<void> {
  await change((transaction) => standingIn(transaction, member, id));
  const rows = await database().read.activity.findMany({
    where: { documentId: id, kind: { in: ["version-brought-back", "version-taken-back"] } },
    select: { kind: true, personId: true, after: true, before: true },
  });
  const about = rows.filter(({ after }) => (after as { done?: unknown } | null)?.done === done);
  const own = about.find(
    ({ kind, personId }) => kind === "version-brought-back" && personId === member.personId,
  );
  if (!own) throw conflict();
  if (about.some(({ kind }) => kind === "version-taken-back")) throw conflict();
  const update = await liveDocuments().states.update(id, done);
  if (!update) throw conflict();
  const before = (own.before ?? {}) as { revision?: number };
  const after = (own.after ?? {}) as { hasHead?: boolean };
  const head =
    after.hasHead && before.revision !== undefined
      ? await database().read.documentSave.findUnique({
          where: { documentId_revision: { documentId: id, revision: before.revision } },
          select: { title: true, language: true, text: true, facts: true },
        })
      : null;
  await inTurn(textTurn(id), () =>
    withTogether(id, async ({ standing, change: changeText }) => {
      await keepProjection(id, standing.markdown, standing.number);
      await change((transaction) => standingIn(transaction, member, id));
      const changed = await changeText(member, (copy) => takenBack(copy, update));
      if (!changed) throw conflict();
      await keepBroughtBack(member, id, changed, {
        kind: "version-taken-back",
        head: head ?? undefined,
        after: { done, again: changed.done },
      });
    }),
  );
}

function planOf(text: Node, back: Node, anchor: string | undefined): Plan | undefined {
  return anchor === undefined ? wholePlan(text, back) : sectionPlan(text, back, anchor);
}

function lettersIn(block: Node): number {
  let letters = 0;
  if (block.isTextblock) block.forEach(({ text }) => (letters += text?.length ?? 0));
  else block.forEach((child) => (letters += lettersIn(child)));
  return letters;
}

/** Whose each letter is of the text as it will be; what does not come from the version stays whose it is. */
function handsIn(plan: Plan, back: Node, hands: ReadonlyArray<Hand | undefined>): Array<Hand | undefined> {
  const starts: number[] = [];
  back.children.reduce((start, block) => (starts.push(start), start + lettersIn(block)), 0);
  const unknown: Hand = { person: null, at: 0 };
  return plan.document.children.flatMap((block, index) => {
    const place = index < plan.to ? (plan.places[index - plan.from] ?? null) : null;
    const start = place === null ? undefined : starts[place];
    return Array.from({ length: lettersIn(block) }, (_, letter) =>
      start === undefined ? undefined : (hands[start + letter] ?? unknown),
    );
  });
}

interface Head {
  title: string;
  language: string;
  facts: unknown;
}

function isSameHead(one: Head, other: Head): boolean {
  return (
    one.title === other.title &&
    one.language === other.language &&
    JSON.stringify(one.facts) === JSON.stringify(other.facts)
  );
}

/** Whoever reads the published text alone knows of no version. */
async function standingIn(transaction: Transaction, member: Member, id: string) {
  const shared = await transaction.document.findFirst({
    where: { id, networkId: member.network.id },
    select: { ...sharedDocument, archivedAt: true },
  });
  if (!shared || !readsWorkingText(member, shared)) throw notFound();
  const document = await writable(transaction, member, id);
  if (shared.archivedAt !== null) throw invalid("form", "restoring:wrong.archived");
  return document;
}

async function judged(member: Member, id: string, address: string) {
  const { document, versions } = await listVersions(member, id);
  const wanted = RevisionInAddress.safeParse(address);
  const version = versions.find(({ revision }) => revision === wanted.data);
  if (!version) throw notFound();
  const standing = await change((transaction) => standingIn(transaction, member, id));
  const save = await database().read.documentSave.findUnique({
    where: { documentId_revision: { documentId: id, revision: version.revision } },
    select: { title: true, language: true, text: true, facts: true },
  });
  // Gone on with meanwhile: it is another version now.
  if (!save) throw conflict();
  return { document, version, save, standing };
}

async function keepBroughtBack(
  member: Member,
  id: string,
  changed: Standing | undefined,
  {
    kind = "version-brought-back",
    head,
    after,
  }: {
    kind?: "version-brought-back" | "version-taken-back";
    head?: Head;
    after: Record<string, string | number | null>;
  },
): Promise<void> {
  await change(async (transaction, record) => {
    const document = await writable(transaction, member, id);
    if (changed) await keepFollowed(transaction, id, changed.number);
    const { title, language, facts } = head ?? document;
    const written = {
      ...{ title, language, facts: factsIn(document.kind, facts) },
      text: changed?.markdown ?? document.text,
    };
    const { revision } = await keepRevision(transaction, record, document, written, member.personId);
    await record({
      kind,
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      // So that the feed says what came back, and how it stood.
      before: { revision: document.revision, section: null, stood: null },
      after: { ...after, revision, ...(head && { hasHead: true }) },
      audience: audienceOf(document, "working"),
    });
  });
}
