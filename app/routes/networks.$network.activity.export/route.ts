// The network's record to take along, for whoever leads the network.
import { takeNetworkAlong } from "~/domain/activity/take-along.server";
import { activityFile, formatOf, mediaTypes } from "~/exchange/activity-file";
import { attachment } from "~/http/attachment.server";
import { memberFile } from "~/http/guard.server";

export const loader = memberFile(async ({ member, url }) => {
  const format = formatOf(url.searchParams.get("format"));
  const name = `activity-${member.network.slug}.${format}`;
  return attachment(
    { name, mediaType: mediaTypes[format] },
    activityFile(await takeNetworkAlong(member), format),
  );
});
