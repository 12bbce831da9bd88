// The order that takes the demo away, as zod reads it from a form.
import { z } from "zod";
import { CreateAdministrator } from "../accounts/account-orders";

/** `confirmation` is what the administrator has typed; the rest is asked only of who acts by a demo account. */
export const RemoveDemo = z.object({
  confirmation: z.string().max(100),
  name: CreateAdministrator.shape.name.optional(),
  email: CreateAdministrator.shape.email.optional(),
  password: CreateAdministrator.shape.password.optional(),
});
export type RemoveDemo = z.infer<typeof RemoveDemo>;
