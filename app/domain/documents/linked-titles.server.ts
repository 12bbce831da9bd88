// Links from one text to another, by id: they lead to the network's address and are called what the other text is called now.
import { database } from "~/platform/db.server";
import { escaped } from "~/text/escaped";
import { readsWorkingText, sharedDocument } from "../access/document-texts";
import type { Member } from "../access/member";
import { named } from "./relations.server";

/** A link as the renderer writes it, to a document of this house. Ids are made of these letters only. */
const link =
  /<a href="(?:\/networks\/[a-z0-9-]+)?\/documents\/([0-9a-hjkmnp-tv-z]{20})"([^>]*)>([^<]*)<\/a>/gu;

/** More links than this keep the label they have. */
const most = 200;

/**
 * The rendered text with its links to documents that the member may read put right: a label that is the address, or what the other text
 * is or was called, becomes what it is called now; a label of the writer's own stays. Links to anything else stay as they are.
 */
export async function withPresentTitles(member: Member, html: string): Promise<string> {
  const ids = [...new Set([...html.matchAll(link)].map(([, id = ""]) => id))].slice(0, most);
  if (ids.length === 0) return html;
  const known = await named(member, ids);
  if (known.size === 0) return html;
  const titles = await formerTitles(member, [...known.keys()]);
  return html.replace(link, (whole: string, id: string, rest: string, label: string) => {
    const there = known.get(id);
    if (!there) return whole;
    const isGiven = label !== "" && !label.endsWith(`/documents/${id}`) && !titles.has(`${id} ${label}`);
    const address = `/networks/${member.network.slug}/documents/${id}`;
    const words = isGiven ? label : escaped(there.title);
    const language = isGiven ? "" : ` lang="${there.language}"`;
    return `<a href="${address}"${language}${rest}>${words}</a>`;
  });
}

/** What each text is or was called, as far as the member may know: of a text that is only read as published, what it was published as. */
async function formerTitles(member: Member, ids: string[]): Promise<ReadonlySet<string>> {
  const { read } = database();
  const documents = await read.document.findMany({
    where: { id: { in: ids }, networkId: member.network.id },
    select: { ...sharedDocument, publishings: { select: { revision: true } } },
  });
  const [own, others] = [true, false].map((isOwn) =>
    documents.filter((document) => readsWorkingText(member, document) === isOwn),
  );
  const saves = await read.documentSave.findMany({
    where: {
      OR: [
        { documentId: { in: (own ?? []).map(({ id }) => id) } },
        ...(others ?? []).map(({ id, publishings }) => ({
          documentId: id,
          revision: { in: publishings.map(({ revision }) => revision) },
        })),
      ],
    },
    select: { documentId: true, title: true },
    distinct: ["documentId", "title"],
  });
  return new Set(saves.map(({ documentId, title }) => `${documentId} ${escaped(title)}`));
}
