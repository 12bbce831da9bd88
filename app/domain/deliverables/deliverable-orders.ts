// The orders about deliverables, as zod reads them from a form.
import { z } from "zod";
import { longLimit } from "../networks/network";
import { Day, Id, Line, MaybeDay } from "../networks/network-orders";
import type { RiskDays } from "./standing";
import { anchors, monthLimit, owers, reasonLimit } from "./deliverable";

const Words = z.string().trim().max(reasonLimit).default("");
const Reason = z.string().trim().min(1).max(reasonLimit);
const MaybeId = z
  .string()
  .default("")
  .transform((id) => id || null)
  .pipe(Id.nullable());
const Ticked = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

const Months = z
  .string()
  .trim()
  .default("")
  .transform((text) => (text === "" ? 0 : Number(text.replace("−", "-"))))
  .refine((months) => Number.isInteger(months) && Math.abs(months) <= monthLimit, "badNumber");

const definition = {
  title: Line(longLimit),
  what: Words,
  phaseId: MaybeId,
  anchor: z.enum(anchors),
  months: Months,
  fixedOn: MaybeDay,
  afterId: MaybeId,
  owedBy: z.enum(owers),
  partnershipId: MaybeId,
  asksExpert: Ticked,
  goesToProgramme: Ticked,
};

/** What the anchor and the one who owes it need is there. */
function isWhole(order: z.infer<z.ZodObject<typeof definition>>, context: z.RefinementCtx): void {
  const missing: Array<[boolean, string]> = [
    [(order.anchor === "start" || order.anchor === "end") && order.phaseId === null, "phaseId"],
    [order.anchor === "after" && order.afterId === null, "afterId"],
    [order.anchor === "day" && order.fixedOn === null, "fixedOn"],
    [order.owedBy === "partner" && order.partnershipId === null, "partnershipId"],
  ];
  for (const [isMissing, path] of missing)
    if (isMissing) context.addIssue({ code: "custom", message: "required", path: [path] });
}

export const AddDeliverable = z.object({ id: Id, ...definition }).superRefine(isWhole);
export type AddDeliverable = z.infer<typeof AddDeliverable>;

/** `found`: what the form found where it was opened. */
export const ChangeDeliverable = z
  .object({ ...definition, found: z.object(definition).optional() })
  .superRefine(isWhole);
export type ChangeDeliverable = z.infer<typeof ChangeDeliverable>;

/** Which partner's of which deliverable, where the address does not say. */
export const SetDue = z.object({ dueOn: Day });
export const NotApplicable = z.object({ reason: Reason });
export const Give = z.object({ personId: MaybeId });
export const LinkDraft = z.object({ documentId: MaybeId });

const RiskDaysField = z
  .string()
  .trim()
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 365, "badNumber")
  .transform(Number);

/** From when something is at risk in the network. */
export const SetRiskDays = z.object({
  noVersion: RiskDaysField,
  draftDue: RiskDaysField,
  draftUntouched: RiskDaysField,
  changesUntouched: RiskDaysField,
  waitsForLead: RiskDaysField,
  waitsForExpert: RiskDaysField,
}) satisfies z.ZodType<RiskDays>;

/** Made by the form, so that a form sent twice takes one step; `seen` is the number of the last step that its sender saw. */
const step = { id: Id, seen: z.coerce.number().int().min(0) };

export const HandIn = z.object({
  ...step,
  /** A version of a document, "document:revision", or a file, "document:file:id". */
  what: z.string().min(1, "required"),
  reason: Words,
});
export type HandIn = z.infer<typeof HandIn>;

/** A step without anything more to say than a word. */
export const TakeStep = z.object({ ...step, reason: Words });
export const TakeStepWithReason = z.object({ ...step, reason: Reason });
export const RequestChanges = z.object({ ...step, reason: Reason, until: Day });
export const ReturnStep = z.object({ ...step, reason: Reason, until: MaybeDay });
export const TakeBackStep = z.object({ id: Id, reason: Words });
