// What is said before anybody changes who sees a document: for each choice who would read it, who newly, and who no longer.
import { database } from "~/platform/db.server";
import { mayShare, sharedDocument, type DocumentText, type Reader } from "../access/document-texts";
import { can, type Member } from "../access/member";
import type { Role } from "../access/role";
import { visibleDocuments } from "../access/visible-to.server";
import { listPeople, type PersonView } from "../networks/networks.server";
import { cityName, placesOf } from "../networks/places.server";
import { forbidden, notFound } from "../refusal";
import {
  publishedVisibilities,
  workingVisibilities,
  type DocumentKind,
  type PublishedVisibility,
  type WorkingVisibility,
} from "./document";
import { bringUpOwn } from "./projection.server";
import { namedAmong, namingColumns, type NamedReader } from "./readers.server";
import { readerGroups, readersAmong, shown, type PersonShown } from "./who-reads";

export interface Choice<Visibility> {
  visibility: Visibility;
  isCurrent: boolean;
  /** How many people of the network would read the text. */
  count: number;
  /** Each of them once: by the first of their roles in this order, … */
  roles: Array<Pick<Reader, "role" | "reach"> & { count: number }>;
  /** … or as named on it, where no role of theirs reads it. */
  named: number;
  /** Who would read it newly, and who no longer, both by name: whoever reads the draft as well does neither when it is published. */
  gains: PersonShown[];
  loses: PersonShown[];
}

interface Shown {
  id: string;
  kind: DocumentKind;
  title: string;
  language: string;
  revision: number;
  city: string;
  visibility: WorkingVisibility;
  publishedVisibility: PublishedVisibility | null;
}

export interface PersonNamed extends NamedReader {
  /** Still reads the working text when they are named no more. */
  readsAnyway: boolean;
  /** Began the document and is named by that. */
  isBeginner: boolean;
}

export interface Sharing {
  document: Shown;
  choices: Array<Choice<WorkingVisibility>>;
  named: PersonNamed[];
  /** Named, but without a role in the network now: they read nothing. */
  gone: Array<PersonShown & { level: string }>;
  /** Who can be named. */
  others: Array<PersonShown & { roles: Array<{ role: Role; city: string | null }>; readsAlready: boolean }>;
}

/** What the working text's visibility is and could be, and who is named. Refuses `not-found`, and `forbidden` whoever does not decide. */
export async function readSharing(member: Member, id: string): Promise<Sharing> {
  const { document, people, named, view } = await decided(member, id);
  const namedIds = named.map((one) => one.id);
  const byRole = new Set(readersAmong(people, [], "working", document).map((one) => one.id));
  const holding = new Set(people.map((one) => one.id));
  return {
    document: view,
    choices: workingVisibilities
      .filter((visibility) => visibility !== "private" || document.visibility === "private")
      .map((visibility) => choice("working", visibility, { ...document, visibility })),
    named: named.map((one) => ({
      ...one,
      readsAnyway: byRole.has(one.id),
      isBeginner:
        one.id === document.createdById &&
        document.named.some(({ personId, namedById }) => personId === one.id && namedById === one.id),
    })),
    gone: document.named
      .filter(({ personId }) => !holding.has(personId))
      .map(({ person, level }) => ({ ...shown(person), level })),
    others: people
      .filter((one) => !namedIds.includes(one.id))
      .map((one) => ({
        ...shown(one),
        roles: one.roles.map(({ role, city }) => ({ role, city })),
        readsAlready: byRole.has(one.id),
      })),
  };

  function choice<Visibility extends string>(
    text: DocumentText,
    visibility: Visibility,
    state: typeof document,
  ): Choice<Visibility> {
    return choiceOf(people, namedIds, text, document, state, visibility);
  }
}

export interface Publishing {
  document: Shown;
  /** Nobody publishes what only those named on it read. */
  isPrivate: boolean;
  choices: Array<Choice<PublishedVisibility>>;
  /** The revision that is published, if one is. */
  publishedRevision: number | null;
}

/** For whom the text can be published, and who would read it. Refuses as `readSharing` does. */
export async function readPublishing(member: Member, id: string): Promise<Publishing> {
  const { document, people, named, view } = await decided(member, id);
  const namedIds = named.map((one) => one.id);
  const offered = can(member, "publish-document", document.partnershipId)
    ? publishedVisibilities
    : publishedVisibilities.filter((visibility) => visibility !== "public");
  return {
    document: view,
    isPrivate: document.visibility === "private",
    choices: offered.map((visibility) =>
      choiceOf(
        people,
        namedIds,
        "published",
        document,
        { ...document, publishedVisibility: visibility },
        visibility,
      ),
    ),
    publishedRevision: document.publishedRevision,
  };
}

/** Who reads the published text now and would no longer, were it withdrawn. Refuses as `readSharing` does. */
export async function readWithdrawing(
  member: Member,
  id: string,
): Promise<{ document: Shown; count: number; loses: PersonShown[] }> {
  const { document, people, named, view } = await decided(member, id);
  const namedIds = named.map((one) => one.id);
  const now = readersAmong(people, namedIds, "published", document);
  const keep = readersAmong(people, namedIds, "working", document).map((one) => one.id);
  const loses = now.filter((one) => !keep.includes(one.id)).map(shown);
  return { document: view, count: now.length, loses };
}

function choiceOf<Visibility extends string>(
  people: PersonView[],
  namedIds: string[],
  text: DocumentText,
  now: Parameters<typeof readersAmong>[3],
  then: Parameters<typeof readersAmong>[3],
  visibility: Visibility,
): Choice<Visibility> {
  const before = readersAmong(people, namedIds, text, now);
  const after = readersAmong(people, namedIds, text, then);
  // Whoever reads the draft has read what is published out of it, and goes on reading it.
  const anyway = text === "published" ? readersAmong(people, namedIds, "working", now) : [];
  const without = (all: PersonView[], those: PersonView[]) =>
    all.filter((one) => ![...those, ...anyway].some(({ id }) => id === one.id)).map(shown);
  const counted = new Set<string>();
  const roles = readerGroups(people, text, then).map(({ role, reach, people: group }) => {
    const fresh = group.filter(({ id }) => !counted.has(id));
    for (const { id } of fresh) counted.add(id);
    return { role, reach, count: fresh.length };
  });
  return {
    visibility,
    isCurrent: (text === "working" ? now.visibility : now.publishedVisibility) === visibility,
    count: after.length,
    roles,
    named: after.length - counted.size,
    gains: without(after, before),
    loses: without(before, after),
  };
}

async function decided(member: Member, id: string) {
  await bringUpOwn(member.personId, id);
  const document = await database().read.document.findFirst({
    where: { id, ...visibleDocuments(member) },
    select: {
      ...sharedDocument,
      kind: true,
      createdById: true,
      title: true,
      language: true,
      revision: true,
      publishedRevision: true,
      named: {
        select: {
          ...namingColumns,
          namedById: true,
          person: { select: { id: true, name: true, colour: true } },
        },
        orderBy: { at: "asc" },
      },
    },
  });
  if (!document) throw notFound();
  if (!mayShare(member, document)) throw forbidden();
  const [people, places] = await Promise.all([listPeople(member), placesOf(member.network.id)]);
  const view: Shown = {
    id,
    kind: document.kind as DocumentKind,
    title: document.title,
    language: document.language,
    revision: document.revision,
    city: cityName(places.get(document.partnershipId), member.language),
    visibility: document.visibility as WorkingVisibility,
    publishedVisibility: document.publishedVisibility as PublishedVisibility | null,
  };
  return { document, people, named: namedAmong(people, document), view };
}
