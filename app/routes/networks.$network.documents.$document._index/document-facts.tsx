// The facts of a document on one line; a click on who may see it tells why.
import type { ReadDocument } from "~/domain/documents/reading.server";
import type { Role } from "~/domain/access/role";
import { useT } from "~/i18n/use-t";
import { DocumentStateMark } from "~/ui/document-state";
import { FactsLine } from "~/ui/facts-line";
import { popover, toggles } from "~/ui/popover";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";

type Facts = Pick<ReadDocument, "city" | "country" | "language" | "state" | "text" | "at" | "publishedBy">;

export function DocumentFacts({ document, roles }: { document: Facts; roles: Role[] }) {
  const t = useT("documents");
  const format = useFormat();
  const { city, country, language, state, text, at, publishedBy } = document;
  const when =
    text === "working"
      ? t("read.savedAgo", { ago: format.ago(at, format.now) })
      : publishedBy
        ? t("publish.doneBy", { name: publishedBy, date: format.date(at) })
        : t("read.publishedOn", { date: format.date(at) });
  return (
    <FactsLine
      label={t("read.facts")}
      facts={[
        { key: "city", name: t("field.city"), value: `${city}, ${format.countryName(country)}` },
        { key: "language", name: t("field.language"), value: format.languageName(language) },
        {
          key: "state",
          name: t("state.label"),
          value: <DocumentStateMark state={text === "working" ? state : "published"} />,
        },
        { key: "when", value: <Time at={at.toISOString()} words={when} exact={format.dateTime(at)} /> },
        { key: "why", name: t("why.button"), value: <WhoMaySee text={text} city={city} roles={roles} /> },
      ]}
    />
  );
}

function WhoMaySee({ text, city, roles }: { text: "working" | "published"; city: string; roles: Role[] }) {
  const t = useT("documents", "frame");
  const format = useFormat();
  const role = format.list(roles.map((held) => t(`frame:role.${held}`)));
  return (
    <>
      <button type="button" className="link" {...toggles("who-may-see")}>
        {t(text === "working" ? "why.draft" : "why.network")}
      </button>
      <span id="who-may-see" className="menu menu-start max-w-80 p-4 text-body" {...popover}>
        <strong className="block">{t("why.title")}</strong>
        <span className="mt-1 block">
          {text === "working" ? t("why.draftText", { city }) : t("why.networkText")}
        </span>
        <span className="mt-2 block text-quiet">{t("why.you", { role })}</span>
      </span>
    </>
  );
}
