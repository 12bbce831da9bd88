// One good practice in the list.
import { useParams } from "@remix-run/react";
import type { DocumentRow } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { DocumentStateMark } from "~/ui/document-state";
import { FactsLine } from "~/ui/facts-line";
import { Row } from "~/ui/row-list";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

export function PracticeRow({
  id,
  title,
  language,
  city,
  country,
  state,
  isOwn,
  isShared,
  at,
  comments,
}: DocumentRow) {
  const t = useT("documents");
  const format = useFormat();
  const { network } = useParams();
  const ago = format.ago(at, format.now);
  const words = isOwn ? t("list.changedAgo", { ago }) : t("list.publishedAgo", { ago });
  return (
    <Row
      kind="work"
      to={`/networks/${network}/documents/${id}`}
      title={title}
      titleLang={language}
      below={
        <FactsLine
          facts={[
            { key: "city", value: `${city}, ${format.countryName(country)}` },
            { key: "language", value: format.languageName(language) },
            { key: "at", value: <Time at={at.toISOString()} words={words} exact={format.dateTime(at)} /> },
            isShared && { key: "shared", value: t("share.state") },
            comments > 0 && { key: "comments", value: t("list.comments", { count: comments }) },
          ]}
        />
      }
      side={<DocumentStateMark state={state} />}
    />
  );
}
