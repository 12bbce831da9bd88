// Publishing a text and taking it back: what its readers outside the city see of it.
import { now } from "~/platform/clock";
import { Prisma } from "~/platform/generated/client";
import { demand, type Member } from "../access/member";
import { change } from "../activity/activities.server";
import { conflict, invalid } from "../refusal";
import { audienceOf } from "./audience";
import { dayOf, factsIn } from "./document-facts";
import type { PublishDocument } from "./document-orders";
import { keepFilesPublished } from "./files-published.server";
import { asJson, keepAside } from "./kept-aside.server";
import { hasSeen } from "./live-writing.server";
import { decidable, standingText } from "./one-document.server";
import { bringUp } from "./projection.server";
import { sealPublished } from "./sealing.server";

/**
 * Freezes the working text, as it stands at this moment, as the published one, readable by the network or by everybody. Publishing what is
 * published changes at most who reads it; from whom it is taken that way it is taken at once, on open pages too. Refuses `conflict` when
 * anybody else saved, or wrote, since the revision that the member read; `forbidden` whoever does not decide about the text, and for everybody whoever does not so for the city.
 */
export async function publishDocument(member: Member, id: string, order: PublishDocument): Promise<void> {
  await bringUp(id);
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    const { visibility = "network" } = order;
    if (visibility === "public") demand(member, "publish-document", document.partnershipId);
    if (document.visibility === "private") throw invalid("form", "stillPrivate");
    if (!hasSeen(member.personId, document, order.revision))
      throw conflict(await standingText(transaction, document, document.revision));
    if (document.text.trim() === "") throw invalid("text", "nothingToPublish");
    const isPublished = document.publishedRevision === document.revision;
    if (isPublished && document.publishedVisibility === visibility) return;
    const number = isPublished ? document.publications : document.publications + 1;
    const was = document.publishedVisibility;
    const isNarrower = was === "public" && visibility !== "public";
    const at = now();
    const facts = factsIn(document.kind, document.facts);
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: visibility,
        publishedTitle: document.title,
        publishedText: document.text,
        publishedLanguage: document.language,
        publishedFacts: asJson(facts),
        publishedDay: dayOf(facts),
        publishedRevision: document.revision,
        ...(isPublished ? {} : { publishedAt: at, publishedById: member.personId }),
        publications: number,
      },
    });
    // What everybody could read of it before is taken from them as well: publishing for all again does not bring it back.
    if (isNarrower)
      await transaction.publication.updateMany({ where: { documentId: id }, data: { visibility } });
    await transaction.publication.upsert({
      where: { documentId_number: { documentId: id, number } },
      update: { visibility },
      create: {
        documentId: id,
        number,
        revision: document.revision,
        visibility,
        publishedById: member.personId,
        publishedAt: at,
      },
    });
    await sealPublished(transaction, member, {
      documentId: id,
      revision: document.revision,
      name: order.name ?? "",
    });
    await keepAside(transaction, { id, networkId: member.network.id }, "published", {
      text: document.text,
      facts,
    });
    await keepFilesPublished(transaction, id, number, document.text);
    await record({
      kind: isNarrower ? "document-narrowed" : "document-published",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.publishedRevision, publishedVisibility: was },
      after: { revision: document.revision, title: document.title, publishedVisibility: visibility },
      // Those from whom it is taken hear of it as well.
      audience: audienceOf({ ...document, publishedVisibility: isNarrower ? was : visibility }, "published"),
    });
  });
}

/** Takes the published text away from its readers at once; the working text stays, and every published text stays among the saves. */
export async function withdrawDocument(member: Member, id: string): Promise<void> {
  await change(async (transaction, record) => {
    const document = await decidable(transaction, member, id);
    if (document.publishedRevision === null) return;
    await transaction.document.update({
      where: { id },
      data: {
        publishedVisibility: null,
        publishedTitle: null,
        publishedText: null,
        publishedLanguage: null,
        publishedFacts: Prisma.DbNull,
        publishedDay: null,
        publishedRevision: null,
        publishedAt: null,
        publishedById: null,
      },
    });
    await transaction.publication.updateMany({
      where: { documentId: id, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    await keepAside(transaction, { id, networkId: member.network.id }, "published", null);
    await record({
      kind: "document-withdrawn",
      personId: member.personId,
      networkId: member.network.id,
      documentId: id,
      subjectId: id,
      before: { revision: document.publishedRevision, title: document.publishedTitle },
      audience: audienceOf(document, "published"),
    });
  });
}
