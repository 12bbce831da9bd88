// People to name in a remark, and to ask to see to it: those alone who may read it.
import { database } from "~/platform/db.server";
import { fold } from "~/text/fold";
import { mayCommentOn, type DocumentText } from "../access/document-texts";
import type { Member } from "../access/member";
import { mayAssign, readsExpertRemarks, type SharedRemark } from "../access/remarks";
import { cityName, placesOf } from "../networks/places.server";
import { forbidden } from "../refusal";
import type { CommentReaders } from "./comment";
import { commentOn, documentToComment, type CommentedDocument } from "./one-comment.server";
import { remarkReaders } from "./remark-readers.server";

export interface PersonOffered {
  id: string;
  name: string;
  /** The city they work for, which tells people of one name apart. */
  aside?: string;
}

/** Names offered at once, and characters of what was typed that count. */
const [most, longest] = [8, 80];

/**
 * Who can be named in a remark on this text for these readers: whoever may then read it, and whose name has all these words in any
 * spelling. Refuses `not-found` whoever does not read the document, `forbidden` whoever may not begin such a remark.
 */
export async function namesInRemark(
  member: Member,
  documentId: string,
  remark: { madeOn: DocumentText; readers: CommentReaders },
  typed: string,
): Promise<PersonOffered[]> {
  const { read } = database();
  const document = await documentToComment(read, member, documentId);
  if (!mayCommentOn(member, remark.madeOn, document)) throw forbidden();
  if (remark.readers === "experts" && !readsExpertRemarks(member, document.partnershipId)) throw forbidden();
  const people = await offered(member, { ...remark, authorId: member.personId }, document);
  const words = fold(typed.slice(0, longest)).split(/\s+/u).filter(Boolean);
  const [first = ""] = words;
  const begins = ({ name }: { name: string }) => Number(fold(name).startsWith(first));
  return people
    .filter(({ name }) => words.every((word) => fold(name).includes(word)))
    .sort((one, other) => begins(other) - begins(one))
    .slice(0, most);
}

/** Everybody who may read this remark, by name. Refuses as assigning it does. */
export async function peopleToAssign(
  member: Member,
  documentId: string,
  id: string,
): Promise<PersonOffered[]> {
  const { read } = database();
  const document = await documentToComment(read, member, documentId);
  const comment = await commentOn(read, member, documentId, id);
  if (!mayAssign(member, comment, document)) throw forbidden();
  return offered(member, comment, document);
}

async function offered(
  member: Member,
  remark: SharedRemark,
  document: CommentedDocument,
): Promise<PersonOffered[]> {
  const [people, places] = await Promise.all([
    remarkReaders(database().read, member, remark, document),
    placesOf(member.network.id),
  ]);
  return people
    .map(({ id, name, roles }) => {
      const of = roles.find(({ partnershipId }) => partnershipId !== null)?.partnershipId;
      return { id, name, aside: of ? cityName(places.get(of), member.language) : undefined };
    })
    .sort((one, other) => one.name.localeCompare(other.name, member.language));
}
