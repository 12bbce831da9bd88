// Who may read which text of a document: visibility first, role second. visible-to.server.ts says the same as a query.
import { can, type HeldRole, type Member } from "./member";
import { abilitiesOf, roles, type Ability, type Reach, type Role } from "./role";

/** What decides about a document's texts. */
export interface SharedDocument {
  partnershipId: string;
  /** Of the working text: "draft" or "local-group". */
  visibility: string;
  /** Of the published text: "network", or null where none is published. */
  publishedVisibility: string | null;
}

export type DocumentText = "working" | "published";

/** By which a text is open: to its own city, to that city's local group, to the network. */
export type Opening = "own-city" | "local-group" | "network";

/** A role that reads a text, how far it reaches, and what opens the text to it. */
export interface Reader {
  role: Role;
  reach: Reach;
  opening: Opening;
}

type Judged = Parameters<typeof can>[0];

/** Whether the city shares its working text with its local groups. */
export function isSharedWithGroup({ visibility }: Pick<SharedDocument, "visibility">): boolean {
  return visibility === "local-group";
}

export function readsWorkingText(
  member: Judged,
  document: Pick<SharedDocument, "partnershipId" | "visibility">,
): boolean {
  return openings("working", document).some(({ ability }) => can(member, ability, document.partnershipId));
}

export function readsPublishedText(
  member: Judged,
  document: Pick<SharedDocument, "partnershipId" | "publishedVisibility">,
): boolean {
  return openings("published", document).some(({ ability }) => can(member, ability, document.partnershipId));
}

/** The roles that read this text as it stands, in the order of the table, each once, by the narrowest opening that lets it in. */
export function readersOfText(
  text: DocumentText,
  document: Pick<SharedDocument, "visibility" | "publishedVisibility">,
): Reader[] {
  const open = openings(text, document);
  return roles.flatMap((role) => {
    const by = open.find(({ ability }) => abilitiesOf[role][ability]);
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
  document: SharedDocument,
): HeldRole[] {
  const readers = readersOfText(text, document);
  return member.roles.filter((held) =>
    readers.some((reader) => isHeldAs(held, reader, document.partnershipId)),
  );
}

/** What opens a text as it stands, the narrowest opening first, and the ability to come in by it. */
function openings(
  text: DocumentText,
  document: { visibility?: string; publishedVisibility?: string | null },
): Array<{ opening: Opening; ability: Ability }> {
  if (text === "published")
    return document.publishedVisibility ? [{ opening: "network", ability: "read-published" }] : [];
  return [
    { opening: "own-city", ability: "read-working-text" },
    ...(document.visibility !== undefined && isSharedWithGroup({ visibility: document.visibility })
      ? [{ opening: "local-group", ability: "read-group-text" } as const]
      : []),
  ];
}
