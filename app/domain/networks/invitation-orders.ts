// The orders that make and accept invitations, as zod reads them from a form.
import { z } from "zod";
import { languageCodes } from "~/i18n/languages";
import { oneLine } from "~/text/line";
import { nameLimit } from "../accounts/account";
import { Email, Name, NewPassword } from "../accounts/account-orders";
import { roles } from "../access/role";
import { isDay } from "./calendar-day";

/** A name that may stay empty. */
const InvitedName = z.string().default("").transform(oneLine).pipe(z.string().max(nameLimit));

const UntilDay = z
  .string()
  .default("")
  .transform((day) => day.trim() || null)
  .refine((day) => day === null || isDay(day), "badDay");

/**
 * Partners are boxes to tick, each a field "partner-" and its id: a form without a script sends those alone that are ticked. Where
 * a script knows that the role has one city, they are one choice: a field "partner" with the id.
 */
export const InviteMember = z
  .looseObject({
    email: Email,
    name: InvitedName,
    role: z.enum(roles),
    partner: z.string().default(""),
    localGroupId: z.string().default(""),
    until: UntilDay,
    language: z.enum(languageCodes),
  })
  .transform(({ email, name, role, partner, localGroupId, until, language, ...fields }) => ({
    email,
    name,
    role,
    until,
    language,
    localGroupId: localGroupId || null,
    partnershipIds: [
      ...(partner ? [partner] : []),
      ...Object.keys(fields).flatMap((field) => /^partner-(\w+)$/.exec(field)?.[1] ?? []),
    ],
  }));
export type InviteMember = z.infer<typeof InviteMember>;

export const InviteLeadPartner = z.object({
  email: Email,
  name: InvitedName,
  language: z.enum(languageCodes),
});
export type InviteLeadPartner = z.infer<typeof InviteLeadPartner>;

/** The same from a list of networks, which says which one is meant. */
export const InviteLeadPartnerOf = InviteLeadPartner.extend({ networkId: z.string().min(1) });

export const OneInvitation = z.object({ id: z.string().min(1) });

export const AcceptAsNew = z.object({ name: Name, password: NewPassword, language: z.enum(languageCodes) });
export type AcceptAsNew = z.infer<typeof AcceptAsNew>;
