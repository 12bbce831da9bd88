// The orders that change a document, as zod reads them from a form.
import { z } from "zod";
import { oneLine } from "~/text/line";
import {
  bytesOf,
  contentLanguages,
  documentKinds,
  publishedVisibilities,
  textLimit,
  titleLimit,
  workingVisibilities,
} from "./document";
import { versionNameLimit } from "./version";
import { Facts } from "./document-facts-orders";

export const Title = z.string().transform(oneLine).pipe(z.string().min(1).max(titleLimit));

const Text = z.string().superRefine((text, context) => {
  const bytes = bytesOf(text);
  if (bytes > textLimit) {
    context.addIssue({ code: "custom", message: "textTooLong", params: { limit: textLimit, length: bytes } });
  }
});

/** What a writer gives of a document. */
const Written = z.object({
  title: Title,
  language: z.enum(contentLanguages),
  text: Text,
  /** Of the document's own kind; left out, they stay as they are. */
  facts: Facts.optional(),
});

export const CreateDocument = Written.extend({
  /** The writer's own partner. */
  partnershipId: z.string().min(1),
  kind: z.enum(documentKinds),
});
export type CreateDocument = z.infer<typeof CreateDocument>;

/** The revision from which the writer started: a save on top of a newer one is a conflict. */
const Revision = z.coerce.number().int().positive();

export const SaveDocument = Written.extend({ revision: Revision });
export type SaveDocument = z.infer<typeof SaveDocument>;

const Head = Written.omit({ text: true });

/** What stands above the text, saved by itself, and what the writer started from. */
export const SaveHead = Head.extend({ base: Head });
export type SaveHead = z.infer<typeof SaveHead>;

export const PublishDocument = z.object({
  revision: Revision,
  visibility: z.enum(publishedVisibilities).default("network"),
  /** What this version is called from now on; without a name it is known by the number of its publication. */
  name: z.string().transform(oneLine).pipe(z.string().max(versionNameLimit)).optional(),
});
export type PublishDocument = z.input<typeof PublishDocument> & { revision: number };

/** The revision is the one the writer had read when they decided; without it, the text as it stands. */
export const OpenWorkingText = z.object({
  visibility: z.enum(workingVisibilities).exclude(["private"]),
  revision: Revision.optional(),
});
export type OpenWorkingText = z.infer<typeof OpenWorkingText>;
