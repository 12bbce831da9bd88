// How a list of documents is asked for by its address; whatever makes no sense there narrows nothing.
import { z } from "zod";
import { isId } from "~/platform/id";
import { isDay } from "../networks/calendar-day";
import { contentLanguages, documentKinds } from "./document";
import { factLimits } from "./document-facts";
import { listedStates, listOrders, whoseDocuments, type DocumentFilter } from "./document-list";

const day = z.string().refine(isDay).optional().catch(undefined);

const ListAddress: z.ZodType<DocumentFilter> = z.object({
  kind: z.enum(documentKinds).optional().catch(undefined),
  city: z.string().refine(isId).optional().catch(undefined),
  topic: z.string().trim().min(1).max(factLimits.topic).optional().catch(undefined),
  language: z.enum(contentLanguages).optional().catch(undefined),
  state: z.enum(listedStates).optional().catch(undefined),
  whose: z.enum(whoseDocuments).optional().catch(undefined),
  from: day,
  to: day,
  sort: z.enum(listOrders).optional().catch(undefined),
  page: z.coerce.number().int().min(2).max(100_000).optional().catch(undefined),
});

/** The filter in an address. Never refuses. */
export function documentFilterIn(search: URLSearchParams): DocumentFilter {
  return ListAddress.parse(Object.fromEntries(search));
}
