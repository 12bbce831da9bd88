// The timeline day by day, to take along.
import { readTimeline } from "~/domain/deliverables/timeline.server";
import { timelineFile } from "~/exchange/timeline-file";
import { attachment } from "~/http/attachment.server";
import { memberFile } from "~/http/guard.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";

export const loader = memberFile(async ({ member }) => {
  const { language, timeZone, network } = member;
  const timeline = await readTimeline(member);
  return attachment(
    { name: `timeline-${network.slug}.csv`, mediaType: "text/csv; charset=utf-8" },
    timelineFile(timeline, translate(language), formatFor(language, timeZone)),
  );
});
