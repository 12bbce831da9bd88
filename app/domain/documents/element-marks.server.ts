// What the other cities do with the transfer elements of a good practice: marking, taking a mark back, and the matrix of all.
import { now } from "~/platform/clock";
import { database, type Reader, type Transaction } from "~/platform/db.server";
import {
  readsPublishedText,
  readsWorkingText,
  sharedDocument,
  type DocumentText,
} from "../access/document-texts";
import { can, demand, type Member } from "../access/member";
import { visibleDocuments } from "../access/visible-to.server";
import { change } from "../activity/activities.server";
import { dayOf } from "../networks/calendar-day";
import { partnersNow } from "../networks/partners-now.server";
import { cityName, placesOf } from "../networks/places.server";
import { invalid, notFound } from "../refusal";
import { audienceOf } from "./audience";
import { factsIn, type TransferElement } from "./document-facts";
import { elementStates, type ElementState } from "./element-mark";
import type { MarkElement, UnmarkElement } from "./element-mark-orders";

export interface MarkView {
  state: ElementState;
  reason: string;
  markedOn: string;
  by: string;
}

export interface MatrixCity {
  partnershipId: string;
  name: string;
  /** The member says what this city does. */
  isMine: boolean;
}

export interface ElementMatrix {
  elements: Array<Pick<TransferElement, "id" | "name" | "isEssential"> & { marks: Array<MarkView | null> }>;
  /** All partners but the practice's own city, in the order of the marks. */
  cities: MatrixCity[];
}

/**
 * Says what a city of the member's does with an element, or says it anew. Refuses `not-found` whoever does not read the practice;
 * `forbidden` whoever writes for no city; `invalid` a city that is not theirs or the practice's own, an element that is not in a text
 * they read, and a day that has not come.
 */
export async function markElement(member: Member, documentId: string, order: MarkElement): Promise<void> {
  const { elementId, partnershipId, state, reason, markedOn } = order;
  if (markedOn > dayOf(now())) throw invalid("markedOn", "dayToCome");
  await change(async (transaction, record) => {
    const { practice, before, element, text } = await cellOf(transaction, member, documentId, order);
    if (before && before.state === state && before.reason === reason && before.markedOn === markedOn) return;
    const marked = { state, reason, markedOn, markedById: member.personId, at: now() };
    await transaction.elementMark.upsert({
      where: { documentId_elementId_partnershipId: { documentId, elementId, partnershipId } },
      update: marked,
      create: { documentId, elementId, partnershipId, networkId: member.network.id, ...marked },
    });
    await record({
      ...happened(member, "element-marked", practice, text),
      before: before && { state: before.state, reason: before.reason, markedOn: before.markedOn },
      after: { element: element.name, state, reason, markedOn, markedFor: partnershipId },
    });
  });
}

/** Takes back what was said of an element. Refuses as `markElement` does; where nothing was said, nothing happens. */
export async function unmarkElement(member: Member, documentId: string, order: UnmarkElement): Promise<void> {
  const { elementId, partnershipId } = order;
  await change(async (transaction, record) => {
    const { practice, before, element, text } = await cellOf(transaction, member, documentId, order);
    if (!before) return;
    await transaction.elementMark.delete({
      where: { documentId_elementId_partnershipId: { documentId, elementId, partnershipId } },
    });
    await record({
      ...happened(member, "element-unmarked", practice, text),
      before: {
        element: element.name,
        state: before.state,
        reason: before.reason,
        markedOn: before.markedOn,
        markedFor: partnershipId,
      },
    });
  });
}

/**
 * The matrix of the elements in this text of a practice. Nobody asks for a text that they do not read: its elements come from whoever
 * read it. Empty of elements where the practice has none.
 */
export async function elementMatrix(
  member: Member,
  documentId: string,
  elements: readonly TransferElement[],
  ownPartnershipId: string,
): Promise<ElementMatrix> {
  if (elements.length === 0) return { elements: [], cities: [] };
  const [marks, { current }, places] = await Promise.all([
    database().read.elementMark.findMany({
      where: { documentId, networkId: member.network.id },
      select: {
        elementId: true,
        partnershipId: true,
        state: true,
        reason: true,
        markedOn: true,
        markedBy: { select: { name: true } },
      },
    }),
    partnersNow(member),
    placesOf(member.network.id),
  ]);
  const shown = elements.map(({ id }) => id);
  const marked = marks.filter(({ elementId }) => shown.includes(elementId));
  // Who left the network and said something stays in the matrix.
  const ids = new Set([...current.map(({ id }) => id), ...marked.map(({ partnershipId }) => partnershipId)]);
  const cities = [...ids]
    .filter((id) => id !== ownPartnershipId)
    .map((partnershipId) => ({
      partnershipId,
      name: cityName(places.get(partnershipId), member.language),
      isMine: can(member, "write-document", partnershipId),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, member.language));
  return {
    cities,
    elements: elements.map(({ id, name, isEssential }) => ({
      id,
      name,
      isEssential,
      marks: cities.map(({ partnershipId }) => {
        const mark = marked.find((one) => one.elementId === id && one.partnershipId === partnershipId);
        return mark ? viewOf(mark) : null;
      }),
    })),
  };
}

export interface PracticeElements {
  title: string;
  language: string;
  city: string;
  matrix: ElementMatrix;
  /** Elements with all that is said of them. */
  elements: TransferElement[];
}

/** A practice's elements in the text that the member reads, the published one first. Refuses `not-found` what is no practice of theirs to read. */
export async function practiceElements(member: Member, documentId: string): Promise<PracticeElements> {
  const practice = await readPractice(database().read, member, documentId);
  const published = readsPublishedText(member, practice);
  const elements = published ? elementsIn(practice.publishedFacts) : elementsIn(practice.facts);
  const place = (await placesOf(member.network.id)).get(practice.partnershipId);
  return {
    title: (published ? practice.publishedTitle : practice.title) ?? "",
    language: (published ? practice.publishedLanguage : practice.language) ?? practice.language,
    city: cityName(place, member.language),
    matrix: await elementMatrix(member, documentId, elements, practice.partnershipId),
    elements,
  };
}

async function cellOf(
  transaction: Transaction,
  member: Member,
  documentId: string,
  { elementId, partnershipId }: UnmarkElement,
) {
  const practice = await readPractice(transaction, member, documentId);
  demand(member, "write-document");
  const isOther = partnershipId !== practice.partnershipId;
  if (!isOther || !can(member, "write-document", partnershipId))
    throw invalid("partnershipId", "notYourCity");
  const among = (elements: TransferElement[]) => elements.find(({ id }) => id === elementId);
  const published = readsPublishedText(member, practice)
    ? among(elementsIn(practice.publishedFacts))
    : undefined;
  const element =
    published ?? (readsWorkingText(member, practice) ? among(elementsIn(practice.facts)) : undefined);
  if (!element) throw invalid("elementId", "noElement");
  const text: DocumentText = published ? "published" : "working";
  const before = await transaction.elementMark.findUnique({
    where: { documentId_elementId_partnershipId: { documentId, elementId, partnershipId } },
    select: { state: true, reason: true, markedOn: true },
  });
  return { practice, element, text, before: before ?? undefined };
}

async function readPractice(read: Reader | Transaction, member: Member, documentId: string) {
  const practice = await read.document.findFirst({
    where: { id: documentId, kind: "good-practice", ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      title: true,
      language: true,
      facts: true,
      publishedTitle: true,
      publishedLanguage: true,
      publishedFacts: true,
      named: { select: { personId: true } },
    },
  });
  if (!practice) throw notFound();
  return practice;
}

function elementsIn(kept: unknown): TransferElement[] {
  return factsIn("good-practice", kept).elements;
}

/** What is said of an element concerns whoever reads the text of the practice in which it stands. */
function happened(
  member: Member,
  kind: "element-marked" | "element-unmarked",
  practice: Awaited<ReturnType<typeof readPractice>>,
  text: DocumentText,
) {
  return {
    kind,
    personId: member.personId,
    networkId: member.network.id,
    documentId: practice.id,
    subjectId: practice.id,
    audience: audienceOf(practice, text),
  };
}

function viewOf(mark: {
  state: string;
  reason: string;
  markedOn: string;
  markedBy: { name: string };
}): MarkView {
  const { reason, markedOn, markedBy } = mark;
  const state = elementStates.find((known) => known === mark.state) ?? "understood";
  return { state, reason, markedOn, by: markedBy.name };
}
