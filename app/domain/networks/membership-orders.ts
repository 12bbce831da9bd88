// The orders that give, change and end roles, as zod reads them from a form.
import { z } from "zod";
import { roles } from "../access/role";
import { isDay } from "./calendar-day";

/** A day of the calendar, or nothing: null. */
const DayOrNone = z
  .string()
  .optional()
  .transform((day) => day?.trim() ?? "")
  .refine((day) => day === "" || isDay(day), "badDay")
  .transform((day) => (day === "" ? null : day));

export const GiveRole = z.object({
  /** Somebody of this network, now or formerly; otherwise the address counts. */
  personId: z.string().optional(),
  email: z
    .string()
    .optional()
    .transform((email) => email?.trim().toLowerCase() ?? ""),
  role: z.enum(roles),
  /** Partners for whose cities it is held; none for a role of the network. */
  partnershipIds: z.array(z.string().min(1)).max(100),
  /** Its first day; null: from now on. */
  since: DayOrNone,
  /** Its last day; null: without an end. */
  until: DayOrNone,
});
export type GiveRole = z.infer<typeof GiveRole>;

export const NameRole = z.object({ membershipId: z.string().min(1) });
export type NameRole = z.infer<typeof NameRole>;

export const ChangeRoleEnd = NameRole.extend({ until: DayOrNone });
export type ChangeRoleEnd = z.infer<typeof ChangeRoleEnd>;

export const HandOver = NameRole.extend({
  successorId: z.string().min(1),
  /** The leaver's last day; null: the role ends now. */
  until: DayOrNone,
});
export type HandOver = z.infer<typeof HandOver>;
