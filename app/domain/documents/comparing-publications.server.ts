// Comparing two publications of a document, for whoever reads what is published: of the draft they learn nothing by it.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { notFound } from "../refusal";
import { comparison, type Comparison, type State } from "./comparing.server";
import { factsForReaders } from "./named-in-facts.server";
import { listPublications, type PublicationView, type Publications } from "./publications.server";
import { RevisionInAddress } from "./version-orders";

export interface ComparedPublications extends Publications {
  compared: Comparison & { from: number; to: number };
}

/**
 * What changed from one publication to a later one; without numbers, from the last but one to the last. Refuses `not-found` as
 * `listPublications` does, and a publication that is none of those: taken back, or published to others only.
 */
export async function comparePublications(
  member: Member,
  id: string,
  wanted: { from: string | null; to: string | null },
  state: State,
): Promise<ComparedPublications> {
  const about = await listPublications(member, id);
  const { publications, document } = about;
  const [latest] = publications;
  if (!latest) throw notFound();
  const chosen = (address: string | null, otherwise: PublicationView) => {
    if (address === null) return otherwise;
    const parsed = RevisionInAddress.safeParse(address);
    const found = publications.find(({ number }) => number === parsed.data);
    if (!found) throw notFound();
    return found;
  };
  const one = chosen(wanted.to, latest);
  const other = chosen(wanted.from, publications.find(({ number }) => number < one.number) ?? one);
  const [from, to] = one.number < other.number ? [one, other] : [other, one];
  const [was, is] = await Promise.all([from, to].map((publication) => saidIn(id, publication)));
  if (!was || !is) throw notFound();
  const compared = await comparison(member, document.kind, { was, is }, (facts, names, side) =>
    state(factsForReaders(facts, names), names, side),
  );
  return { ...about, compared: { ...compared, from: from.number, to: to.number } };
}

async function saidIn(documentId: string, { number, at }: PublicationView) {
  const { read } = database();
  const publication = await read.publication.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
    select: { revision: true },
  });
  const save = await read.documentSave.findUniqueOrThrow({
    where: { documentId_revision: { documentId, revision: publication.revision } },
    select: { title: true, language: true, text: true, facts: true },
  });
  return { ...save, at, named: null, published: { number } };
}
