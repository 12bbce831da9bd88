// Any chain of the record to take along, for administrators: `?chain=` is a network's id or "house".
import { takeChainAlong } from "~/domain/activity/take-along.server";
import { activityFile, formatOf, mediaTypes } from "~/exchange/activity-file";
import { attachment } from "~/http/attachment.server";
import { personFile } from "~/http/guard.server";

export const loader = personFile(async ({ own, url }) => {
  const format = formatOf(url.searchParams.get("format"));
  const { slug, rows } = await takeChainAlong(own, url.searchParams.get("chain") ?? "house");
  return attachment(
    { name: `activity-${slug}.${format}`, mediaType: mediaTypes[format] },
    activityFile(rows, format),
  );
});
