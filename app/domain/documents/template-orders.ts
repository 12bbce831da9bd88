// The orders that change a network's templates, as zod reads them from a form.
import { z } from "zod";
import { contentLanguages, documentKinds } from "./document";
import { templateLimits } from "./template";

const Place = {
  kind: z.enum(documentKinds),
  language: z.enum(contentLanguages),
  /** The revision from which the writer started; 0 where nobody had changed Torg's own. */
  revision: z.coerce.number().int().min(0),
};

const Section = z
  .object({
    heading: z
      .string()
      .default("")
      .transform((heading) => heading.replace(/\s+/gu, " ").trim())
      .pipe(z.string().max(templateLimits.heading)),
    guidance: z.string().trim().max(templateLimits.guidance).default(""),
  })
  .superRefine(({ heading, guidance }, context) => {
    if (heading === "" && guidance !== "")
      context.addIssue({ code: "too_small", minimum: 1, origin: "string", path: ["heading"] });
  });

export const SaveTemplate = z.object({
  ...Place,
  sections: z
    .array(Section)
    .max(templateLimits.sections)
    .default([])
    .transform((sections) => sections.filter(({ heading }) => heading !== ""))
    .pipe(z.array(z.object({ heading: z.string(), guidance: z.string() })).min(1)),
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;

export const ResetTemplate = z.object(Place);
export type ResetTemplate = z.infer<typeof ResetTemplate>;
