// The picture of the timeline, to take along: a file of its own that needs nothing of ours. Where no day is known there is none.
import { readTimeline } from "~/domain/deliverables/timeline.server";
import { notFound } from "~/domain/refusal";
import { attachment } from "~/http/attachment.server";
import { memberFile } from "~/http/guard.server";
import { formatFor } from "~/i18n/format";
import { translate } from "~/i18n/translate.server";
import { drawTimeline } from "~/ui/timeline/drawing";
import { timelineAsFile } from "~/ui/timeline/timeline-as-file";

export const loader = memberFile(async ({ member }) => {
  const { language, timeZone, network } = member;
  const timeline = await readTimeline(member);
  const drawing = drawTimeline(timeline, {
    ...{ t: translate(language), format: formatFor(language, timeZone), language },
    ...{ home: `/networks/${network.slug}`, name: network.name },
  });
  if (!drawing) throw notFound();
  return attachment(
    { name: `timeline-${network.slug}.svg`, mediaType: "image/svg+xml; charset=utf-8" },
    timelineAsFile(drawing),
  );
});
