// The orders that change an account, as zod reads them from a form.
import { z } from "zod";
import { oneLine } from "~/text/line";
import { colourChoices, nameLimit, passwordLongest, passwordShortest } from "./account";

export const Email = z
  .string()
  .transform((email) => email.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1)
      .pipe(z.email({ message: "badEmail" }).max(254)),
  );
export const NewPassword = z.string().min(passwordShortest).max(passwordLongest);
export const Name = z.string().transform(oneLine).pipe(z.string().min(1).max(nameLimit));

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(passwordLongest) });
export type SignIn = z.infer<typeof SignIn>;

export const RequestReset = z.object({ email: Email });
export type RequestReset = z.infer<typeof RequestReset>;

export const ResetPassword = z.object({ password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const ChangePassword = z.object({
  current: z.string().min(1).max(passwordLongest),
  password: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ChangeProfile = z.object({
  name: Name,
  language: z.string().min(2).max(10),
  timeZone: z.string().refine(isTimeZone, "badTimeZone"),
  colours: z.enum(colourChoices),
  /** A tick box: sent only when ticked. */
  hasShortcuts: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});
export type ChangeProfile = z.infer<typeof ChangeProfile>;

/** One choice of the profile alone, as from a menu. */
export const ChangeColours = ChangeProfile.pick({ colours: true });
export const ChangeLanguage = ChangeProfile.pick({ language: true });

export const ChangeAddress = z.object({ email: Email });
export type ChangeAddress = z.infer<typeof ChangeAddress>;

export const EndSession = z.object({ id: z.string().min(1) });

export const CreateAdministrator = z.object({ name: Name, email: Email, password: NewPassword });
export type CreateAdministrator = z.infer<typeof CreateAdministrator>;

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return text !== "";
  } catch {
    return false;
  }
}
