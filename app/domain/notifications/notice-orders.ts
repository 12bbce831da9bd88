// The orders about notices, as zod reads them from a form.
import { z } from "zod";
import { isId } from "~/platform/id";
import { attentionPlaces, noticeKinds, noticeWays, snoozes, wishes } from "./notice";

const NoticeId = z.string().refine(isId, "malformed");

export const NameNotice = z.object({ id: NoticeId });
export type NameNotice = z.infer<typeof NameNotice>;

export const SnoozeNotice = z.object({ id: NoticeId, until: z.enum(snoozes) });
export type SnoozeNotice = z.infer<typeof SnoozeNotice>;

/** A mail that is on its way, or was given up. */
export const NameMail = z.object({ id: NoticeId });
export type NameMail = z.infer<typeof NameMail>;

/** How one wants to hear of each kind; a kind that is left out stays as it is. */
export const ChooseWays = z.object({ way: z.partialRecord(z.enum(noticeKinds), z.enum(noticeWays)) });
export type ChooseWays = z.infer<typeof ChooseWays>;

export const SetAttention = z.object({
  place: z.enum(attentionPlaces),
  placeId: z.string().refine(isId, "malformed"),
  wish: z.enum(wishes),
});
export type SetAttention = z.infer<typeof SetAttention>;
