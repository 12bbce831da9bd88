// The orders that name people on a document, as zod reads them from a form.
import { z } from "zod";
import { namedLevels } from "../access/member";

export const NamePerson = z.object({
  personId: z.string().min(1).max(40),
  level: z.enum(namedLevels),
});
export type NamePerson = z.infer<typeof NamePerson>;

export const UnnamePerson = NamePerson.pick({ personId: true });
export type UnnamePerson = z.infer<typeof UnnamePerson>;
