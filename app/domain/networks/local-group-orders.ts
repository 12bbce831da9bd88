// The orders that change a city's local groups, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { oneLine } from "~/text/line";
import { groupNameLimit } from "./local-group";

const GroupId = z.string().refine(isId, "malformed");

const GroupName = z.string().transform(oneLine).pipe(z.string().min(1).max(groupNameLimit));

export const FoundLocalGroup = z.object({
  /** Made by the form, so that a form sent twice founds one group. */
  id: GroupId,
  partnershipId: z.string().min(1),
  name: GroupName,
});
export type FoundLocalGroup = z.infer<typeof FoundLocalGroup>;

export const RenameLocalGroup = z.object({ id: GroupId, name: GroupName });
export type RenameLocalGroup = z.infer<typeof RenameLocalGroup>;

export const EndLocalGroup = z.object({ id: GroupId });
export type EndLocalGroup = z.infer<typeof EndLocalGroup>;
