// One document in the list.
import { Link, useParams } from "@remix-run/react";
import type { DocumentRow as Listed } from "~/domain/documents/listing.server";
import { useT } from "~/i18n/use-t";
import { DocumentStateMark, SignedMark } from "~/ui/document-state";
import { FactsLine } from "~/ui/facts-line";
import { Icon } from "~/ui/icon";
import { Row } from "~/ui/row-list";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

/** What is said of how far a working text is open. */
const shared = { private: "private", "local-group": "state", network: "network" } as const;

export function DocumentRow({ row, isKindSaid }: { row: Listed; isKindSaid: boolean }) {
  const t = useT("lists", "documents");
  const format = useFormat();
  const { network } = useParams();
  const {
    id,
    kind,
    title,
    language,
    city,
    country,
    state,
    isOwn,
    visibility,
    isArchived,
    day,
    at,
    comments,
  } = row;
  const ago = format.ago(at, format.now);
  const words = isOwn ? t("changedAgo", { ago }) : t("publishedAgo", { ago });
  return (
    <Row
      kind="work"
      to={`/networks/${network}/documents/${id}`}
      title={title}
      titleLang={language}
      below={
        <FactsLine
          facts={[
            isKindSaid && { key: "kind", value: t(`documents:kind.${kind}`) },
            { key: "city", value: `${city}, ${format.countryName(country)}` },
            day !== null && { key: "day", value: <time dateTime={day}>{format.day(day)}</time> },
            { key: "language", value: format.languageName(language) },
            { key: "at", value: <Time at={at.toISOString()} words={words} exact={format.dateTime(at)} /> },
            visibility !== null &&
              visibility !== "draft" && { key: "shared", value: t(`documents:share.${shared[visibility]}`) },
            comments > 0 && { key: "comments", value: t("comments", { count: comments }) },
            row.isSigned && state !== "signed" && { key: "signed", value: <SignedMark /> },
            isArchived && { key: "archived", value: t("archived") },
          ]}
        />
      }
      side={
        <span className="flex items-center gap-2">
          <DocumentStateMark state={state} />
          {row.mayManage ? (
            <Link
              to={`/networks/${network}/documents/${id}/manage`}
              prefetch="intent"
              className="button button-bare button-icon button-small row-more sm:order-first"
              aria-label={t("documents:manage")}
            >
              <Icon name="more" />
            </Link>
          ) : null}
        </span>
      }
    />
  );
}
