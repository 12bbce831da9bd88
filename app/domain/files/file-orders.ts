// The orders that concern a file, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { oneLine } from "~/text/line";
import { altTextLimit, captionLimit, consents, erasedReasonLimit, licenceLimit } from "./file";

const Id = z.string().refine(isId, "malformed");

const line = (limit: number) => z.string().default("").transform(oneLine).pipe(z.string().max(limit));

export const NameFile = z.object({ id: Id });
export type NameFile = z.infer<typeof NameFile>;

export const DescribeFile = z.object({
  id: Id,
  altText: line(altTextLimit),
  caption: line(captionLimit),
  licence: line(licenceLimit),
  consent: z.enum(consents).default("unknown"),
});
export type DescribeFile = z.infer<typeof DescribeFile>;

export const EraseFile = z.object({
  reason: line(erasedReasonLimit).pipe(z.string().min(1)),
});
export type EraseFile = z.infer<typeof EraseFile>;

/** Several at once; the files themselves stand beside the order. */
export const AddFiles = z.object({});
