// The orders that change a remark, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { isDay } from "../networks/calendar-day";
import { longestPassage, surroundings } from "../documents/passage";
import type { PickedPassage } from "../documents/picked-passage";
import { commentKinds, commentLimit, commentOutcomes, commentReaders, reasonLimit } from "./comment";

const CommentText = z
  .string()
  .max(commentLimit)
  .refine((text) => text.trim() !== "", "required");

const CommentId = z.string().refine(isId, "malformed");

/** A form that leaves a choice open sends an empty text. */
const nothing = z.literal("").transform(() => undefined);

const words = (longest: number) => z.string().max(longest);
const count = z.number().int().nonnegative();

const ToldWords = z.object({
  kind: z.literal("words"),
  words: words(2 * longestPassage).min(1),
  before: words(surroundings * 4),
  after: words(surroundings * 4),
  at: count,
  letters: z
    .array(z.tuple([count, count, count]))
    .max(longestPassage)
    .optional(),
});

const PickedPicture = z.object({
  kind: z.literal("picture"),
  file: words(60),
  number: count,
  element: z.tuple([count, count]).optional(),
});

/** What was marked in the text, as a form sends it: JSON. */
const Picked = z
  .string()
  .max(200_000)
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "malformed" });
      return z.NEVER;
    }
  })
  .pipe(z.discriminatedUnion("kind", [ToldWords, PickedPicture]));

export const AddComment = z.object({
  /** Made by the form, so that a remark sent twice stands once. */
  id: CommentId,
  text: CommentText,
  /** The remark that this answers. */
  parentId: CommentId.optional(),
  /** Which text the writer had before them. */
  madeOn: z.enum(["working", "published"]),
  /** Of a thread's first remark; an answer has none. */
  kind: z.union([z.enum(commentKinds), nothing]).optional(),
  /** Of a thread's first remark; an answer has those of what it answers. */
  readers: z.enum(commentReaders).default("all"),
  /** Of a thread's first remark: the passage it is about; the whole text where nothing is said. */
  passage: z.union([nothing, Picked]).optional(),
});
export type AddComment = Omit<z.input<typeof AddComment>, "passage"> & { passage?: PickedPassage };

export const EditComment = z.object({ id: CommentId, text: CommentText });
export type EditComment = z.infer<typeof EditComment>;

export const NameComment = z.object({ id: CommentId });
export type NameComment = z.infer<typeof NameComment>;

export const ResolveComment = z.object({
  id: CommentId,
  outcome: z.enum(commentOutcomes),
  /** Needed where it is declined, and kept there alone. */
  reason: z.string().max(reasonLimit).default(""),
});
export type ResolveComment = z.input<typeof ResolveComment>;

export const AssignComment = z.object({
  id: CommentId,
  assigneeId: z.string().refine(isId, "required"),
  /** "YYYY-MM-DD"; left out where there is no day. */
  dueOn: z
    .string()
    .refine((day) => day === "" || isDay(day), "badDay")
    .transform((day) => day || undefined)
    .optional(),
});
export type AssignComment = z.input<typeof AssignComment>;
