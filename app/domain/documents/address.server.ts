// From a document's id alone to its address: links between texts name no network, and survive every change of name.
import { database } from "~/platform/db.server";
import { memberOf, type Memberships, type PersonActing } from "../access/members.server";
import { notFound } from "../refusal";
import { documentPartner } from "./reading.server";

/** The path of the document for somebody who may read it. Refuses `not-found` everybody else. */
export async function addressOfDocument(
  person: PersonActing,
  id: string,
  memberships?: Promise<Memberships>,
): Promise<string> {
  // Which network it is in decides nothing yet: whether they may read it there is asked below.
  const document = await database().read.document.findUnique({
    where: { id },
    select: { network: { select: { slug: true } } },
  });
  if (!document) throw notFound();
  const { slug } = document.network;
  await documentPartner(await memberOf(person, slug, memberships), id);
  return `/networks/${slug}/documents/${id}`;
}
