// What the address of a search may say; whatever else stands there is as if it did not.
import { z } from "zod";
import { contentLanguages, documentKinds } from "../documents/document";
import { otherFinds, pageSize, questionLimit, type SearchOrder } from "./search";

const Address = z.object({
  q: z.string().catch(""),
  kind: z
    .enum([...documentKinds, ...otherFinds])
    .optional()
    .catch(undefined),
  city: z.string().max(60).optional().catch(undefined),
  language: z.enum(contentLanguages).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The search that an address asks for; `size` finds on a page. */
export function searchOrderIn(address: URLSearchParams, size = pageSize): SearchOrder {
  const given = Object.fromEntries([...address].filter(([, value]) => value !== ""));
  const { q, kind, city, language, page } = Address.parse(given);
  return {
    question: q.trim().slice(0, questionLimit),
    page,
    size,
    ...(kind ? { kind } : {}),
    ...(city ? { cityId: city } : {}),
    ...(language ? { language } : {}),
  };
}
