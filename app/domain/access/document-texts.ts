// Who may do what with which text of a document: visibility first, role second. visible-to.server.ts says the same as a query.
import { now } from "~/platform/clock";
import { can, type HeldRole, type Member, type NamedLevel } from "./member";
import { abilitiesOf, neverWritesPlans, roles, type Ability, type Reach, type Role } from "./role";

/** What decides about a document's texts. */
export interface SharedDocument {
  id: string;
  partnershipId: string;
  /** Of the working text: "private", "draft", "local-group" or "network". */
  visibility: string;
  /** Of the published text: "network", "public", or null where none is published. */
  publishedVisibility: string | null;
  /** In the trash nobody reads it. */
  trashedAt: Date | null;
}

/** What a query has to select so that its documents can be judged here. */
export const sharedDocument = {
  id: true,
  partnershipId: true,
  visibility: true,
  publishedVisibility: true,
  trashedAt: true,
} as const;

export type DocumentText = "working" | "published";

/** By which a text is open: a working text to those named on it, to its own city, its local group or the network; a published one to the
 * network or to everybody. */
export type Opening = "named" | "own-city" | "local-group" | "open" | "network" | "public";

/** A role that reads a text, how far it reaches, and what opens the text to it. */
export interface Reader {
  role: Role;
  reach: Reach;
  opening: Opening;
}

type Judged = Pick<Member, "roles" | "named"> & { network: Pick<Member["network"], "state"> };

/** Whether the city shares its working text with its local groups; what the network reads they read, too. */
export function isSharedWithGroup({ visibility }: Pick<SharedDocument, "visibility">): boolean {
  return visibility === "local-group" || visibility === "network";
}

export function readsWorkingText(
  member: Judged,
  document: Omit<SharedDocument, "publishedVisibility">,
): boolean {
  return readsText(member, "working", { ...document, publishedVisibility: null });
}

export function readsPublishedText(member: Judged, document: Omit<SharedDocument, "visibility">): boolean {
  return readsText(member, "published", { ...document, visibility: "private" });
}

function readsText(member: Judged, text: DocumentText, document: SharedDocument): boolean {
  if (document.trashedAt !== null) return false;
  if (text === "published" && document.publishedVisibility === null) return false;
  return member.named.has(document.id) || opensByRole(member, text, document);
}

function opensByRole(member: Judged, text: DocumentText, document: SharedDocument): boolean {
  return openings(text, document).some(({ ability }) => can(member, ability, document.partnershipId));
}

/** Whether the member may say something on this text: by role where a role opens it to them, else as they are named. */
export function mayCommentOn(member: Judged, text: DocumentText, document: SharedDocument): boolean {
  if (!readsText(member, text, document)) return false;
  if (opensByRole(member, text, document) && can(member, "comment", document.partnershipId)) return true;
  return isNamedAs(member, document, ["commenter", "writer"]);
}

/** Whether the member may write in the working text: its city's officers, and whoever is named as a writer. Nobody in a sealed one. */
export function mayWrite(
  member: Judged,
  document: SharedDocument & { kind: string; sealedAt: Date | null },
): boolean {
  if (document.sealedAt !== null || !readsWorkingText(member, document)) return false;
  if (document.visibility !== "private" && can(member, "write-document", document.partnershipId)) return true;
  return isNamedAs(member, document, ["writer"]) && writesWhenNamed(member, document);
}

/** Whether naming somebody with these roles as a writer lets them write there: the lead partner never in another city's plan. */
export function writesWhenNamed(
  person: Pick<Judged, "roles">,
  { kind, partnershipId }: { kind: string; partnershipId: string },
): boolean {
  if (kind !== "action-plan" || !person.roles.some(({ role }) => neverWritesPlans.includes(role)))
    return true;
  return can({ ...person, network: { state: "open" } }, "write-document", partnershipId);
}

/**
 * Whether the member decides who sees the texts and names people on them: the city's officers once the working text is shared with the
 * city, and whoever began it as long as they are named on it as a writer.
 */
export function mayShare(
  member: Judged & { personId: string },
  document: SharedDocument & { createdById: string },
) {
  if (!readsWorkingText(member, document)) return false;
  if (document.visibility !== "private" && can(member, "publish-document", document.partnershipId))
    return true;
  return document.createdById === member.personId && isNamedAs(member, document, ["writer"]);
}

/** What decides about a document as a whole. */
export type ManagedDocument = SharedDocument & { kind: string; sealedAt: Date | null; createdById: string };

/** Whether the member may put the document into the trash: whoever writes it and decides about it. Nobody a sealed one. */
export function mayTrash(member: Judged & { personId: string }, document: ManagedDocument): boolean {
  return mayWrite(member, document) && mayShare(member, document);
}

/** Days for which what is in the trash can be brought back. */
export const trashDays = 30;

/** What was put into the trash at this moment or before is over: the clock says so, whether it has been emptied yet or not. */
export function trashOverBefore(): Date {
  return new Date(now().getTime() - trashDays * 86_400_000);
}

/**
 * Whether the member may bring it back from there, and so still knows its title: whoever might have put it there, until its days are
 * over.
 */
export function mayRestore(
  member: Judged & { personId: string },
  document: ManagedDocument & { purgedAt: Date | null },
): boolean {
  if (document.trashedAt === null || document.purgedAt !== null) return false;
  if (document.trashedAt <= trashOverBefore()) return false;
  return mayTrash(member, { ...document, trashedAt: null });
}

/** Naming on a document counts only while its network is open, as all writing does. */
function isNamedAs(member: Judged, { id }: { id: string }, levels: readonly NamedLevel[]): boolean {
  const level = member.named.get(id);
  return level !== undefined && levels.includes(level) && member.network.state === "open";
}

/** The roles that read this text as it stands, in the order of the table, each once, by the narrowest opening that lets it in. */
export function readersOfText(
  text: DocumentText,
  document: Pick<SharedDocument, "visibility" | "publishedVisibility">,
): Reader[] {
  const open = openings(text, document);
  return roles.flatMap((role) => {
    // Where one opening lets in only those of the city and a later one everybody, both count for the role as the wider one.
    const by =
      open.find(({ ability }) => abilitiesOf[role][ability] === "network") ??
      open.find(({ ability }) => abilitiesOf[role][ability]);
    const reach = by && abilitiesOf[role][by.ability];
    return by && reach ? [{ role, reach, opening: by.opening }] : [];
  });
}

/** Whether this held role is one of that reader's, for a text of this partner. */
export function isHeldAs(held: HeldRole, { role, reach }: Reader, partnershipId: string): boolean {
  return held.role === role && (reach === "network" || held.partnershipId === partnershipId);
}

/** Those of the roles by which the member reads this text. */
export function rolesThatRead(
  member: Pick<Member, "roles">,
  text: DocumentText,
  document: Pick<SharedDocument, "partnershipId" | "visibility" | "publishedVisibility">,
): HeldRole[] {
  const readers = readersOfText(text, document);
  return member.roles.filter((held) =>
    readers.some((reader) => isHeldAs(held, reader, document.partnershipId)),
  );
}

/** What opens a text as it stands to roles, the narrowest opening first, and the ability to come in by it. */
function openings(
  text: DocumentText,
  { visibility, publishedVisibility }: Pick<SharedDocument, "visibility" | "publishedVisibility">,
): Array<{ opening: Opening; ability: Ability }> {
  const open: Array<{ opening: Opening; ability: Ability }> = [];
  if (text === "published") {
    if (publishedVisibility !== null) open.push({ opening: "network", ability: "read-published" });
    if (publishedVisibility === "public") open.push({ opening: "public", ability: "see-network" });
    return open;
  }
  if (visibility !== "private") open.push({ opening: "own-city", ability: "read-working-text" });
  if (isSharedWithGroup({ visibility })) open.push({ opening: "local-group", ability: "read-group-text" });
  if (visibility === "network") open.push({ opening: "open", ability: "read-open-text" });
  return open;
}
