// How a feed is asked for by its address; whatever makes no sense there narrows nothing.
import { z } from "zod";
import { feedTopics, type FeedFilter, type FeedPlace } from "./feed";

const id = z.string().min(1).max(40).optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text))
  .optional()
  .catch(undefined);

const place = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/)
  .transform((text): FeedPlace => {
    const [at = 0, position = 0] = text.split("-").map(Number);
    return { at: new Date(Math.min(at, 8.64e15)), position };
  })
  .optional()
  .catch(undefined);

const FeedAddress = z
  .object({
    person: id,
    city: id,
    topic: z.enum(feedTopics).optional().catch(undefined),
    from: day,
    to: day,
    older: place,
  })
  .transform(({ person, ...rest }): FeedFilter => ({ personId: person, ...rest }));

/** The filter in an address. Never refuses. */
export function feedFilterIn(search: URLSearchParams): FeedFilter {
  return FeedAddress.parse(Object.fromEntries(search));
}
