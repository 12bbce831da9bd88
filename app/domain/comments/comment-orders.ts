// The orders that change a remark, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { commentLimit } from "./comment";

const CommentText = z
  .string()
  .max(commentLimit)
  .refine((text) => text.trim() !== "", "required");

const CommentId = z.string().refine(isId, "malformed");

export const AddComment = z.object({
  /** Made by the form, so that a remark sent twice stands once. */
  id: CommentId,
  text: CommentText,
  /** The remark that this answers. */
  parentId: CommentId.optional(),
  /** Which text the writer had before them. */
  madeOn: z.enum(["working", "published"]),
});
export type AddComment = z.infer<typeof AddComment>;

export const EditComment = z.object({ id: CommentId, text: CommentText });
export type EditComment = z.infer<typeof EditComment>;

export const NameComment = z.object({ id: CommentId });
export type NameComment = z.infer<typeof NameComment>;
