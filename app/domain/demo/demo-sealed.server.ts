// A version of a demo document that was locked: under a name, or by being handed in.
import type { Prisma } from "~/platform/generated/client";
import { hashOf } from "../documents/sealing.server";

/** The row of this save's seal, as the domain would have written it. */
export function sealed(
  { documentId, revision, title, language, text, facts }: Prisma.DocumentSaveCreateManyInput,
  by: Pick<Prisma.NamedVersionCreateManyInput, "networkId" | "name" | "namedById" | "namedAt">,
): Prisma.NamedVersionCreateManyInput {
  const hash = hashOf({ title, language, text, facts });
  return { documentId, revision, note: "", hash, ...by };
}
