// Says that others have changed the text since its reader last read it, and leads to what they changed.
import { Link } from "@remix-run/react";
import type { SinceRead as Since } from "~/domain/documents/since-read.server";
import { useT } from "~/i18n/use-t";
import { Notice } from "~/ui/notice";
import { useFormat } from "~/ui/use-reader";

export function SinceRead({ since }: { since: Since | null }) {
  const t = useT("documents");
  const format = useFormat();
  if (!since) return null;
  const { at, from, to } = since;
  const compared =
    to === null ? `versions/compare?from=${from}` : `publications/compare?from=${from}&to=${to}`;
  return (
    <div className="on-screen-only mb-6">
      <Notice tone="note">
        {t("read.since", { date: format.dateTime(at) })}{" "}
        <Link className="link" to={compared}>
          {t("read.seeSince")}
        </Link>
      </Notice>
    </div>
  );
}
