// Which people read a text of a document in a given state of its visibility: asked for how it is, and for how it would be.
import {
  isHeldAs,
  readersOfText,
  type DocumentText,
  type Reader,
  type SharedDocument,
} from "../access/document-texts";
import type { HeldRole } from "../access/member";

export interface PersonShown {
  id: string;
  name: string;
  colour: number;
}

/** Somebody who holds roles in the network now. */
export interface PersonHolding extends PersonShown {
  roles: readonly HeldRole[];
}

export interface ReaderGroup extends Reader {
  people: PersonShown[];
}

type State = Pick<SharedDocument, "partnershipId" | "visibility" | "publishedVisibility">;

/** Role by role who reads the text; somebody who reads it by two roles stands in both. */
export function readerGroups(
  people: readonly PersonHolding[],
  text: DocumentText,
  document: State,
): ReaderGroup[] {
  return readersOfText(text, document).map((reader) => ({
    ...reader,
    people: people
      .filter(({ roles }) => roles.some((held) => isHeldAs(held, reader, document.partnershipId)))
      .map(shown),
  }));
}

/** Everybody who reads the text, by role or because they are named, each once. A text that is not published is read by nobody. */
export function readersAmong<Person extends PersonHolding>(
  people: readonly Person[],
  namedIds: readonly string[],
  text: DocumentText,
  document: State,
): Person[] {
  if (text === "published" && document.publishedVisibility === null) return [];
  const ids = new Set(
    readerGroups(people, text, document).flatMap((group) => group.people.map(({ id }) => id)),
  );
  return people.filter(({ id }) => ids.has(id) || namedIds.includes(id));
}

/** What others are shown of a person. */
export function shown({ id, name, colour }: PersonShown): PersonShown {
  return { id, name, colour };
}
