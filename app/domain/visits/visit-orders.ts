// The orders about a visit note, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { reflectionLimit, statementLimit, visitSides } from "./visit";

const Revision = z.coerce.number().int();

export const StateOnVisit = z.object({
  /** Made by the form, so that what is sent twice is said once. */
  id: z.string().refine(isId, "malformed"),
  text: z
    .string()
    .max(statementLimit)
    .refine((text) => text.trim() !== "", "required"),
});
export type StateOnVisit = z.infer<typeof StateOnVisit>;

export const SignVisit = z.object({
  side: z.enum(visitSides),
  /** The text that the signer has read. */
  revision: Revision.positive(),
});
export type SignVisit = z.infer<typeof SignVisit>;

export const KeepReflection = z.object({
  text: z.string().max(reflectionLimit),
  /** The revision from which the writer started; 0 where there was none. */
  revision: Revision.nonnegative(),
});
export type KeepReflection = z.infer<typeof KeepReflection>;
