// The facts of a document on one line; a click on who may see it tells why.
import { Link, useParams } from "@remix-run/react";
import type { ReadDocument } from "~/domain/documents/reading.server";
import { useT } from "~/i18n/use-t";
import { DocumentStateMark, SignedMark } from "~/ui/document-state";
import { FactsLine } from "~/ui/facts-line";
import { popover, toggles } from "~/ui/popover";
import { Time } from "~/ui/time";
import { useFormat } from "~/ui/use-reader";
import { PublicLink } from "./public-link";

type Facts = Omit<ReadDocument, "rendered">;

export function DocumentFacts({ document }: { document: Facts }) {
  const t = useT("documents");
  const format = useFormat();
  const { city, country, language, state, text, at, publishedBy, visibility } = document;
  const shownState = text === "working" ? state : "published";
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
          value: <DocumentStateMark state={shownState} />,
        },
        document.isSigned && shownState !== "signed" && { key: "signed", value: <SignedMark /> },
        text === "working" &&
          visibility !== null &&
          visibility !== "draft" && { key: "shared", value: t(shared[visibility]) },
        document.isArchived && { key: "archived", value: t("archived") },
        { key: "when", value: <Time at={at.toISOString()} words={when} exact={format.dateTime(at)} /> },
        text === "published" && document.isDraftFurther && { key: "further", value: t("read.further") },
        document.earlierPublications > 0 && {
          key: "publications",
          value: (
            <Link className="link" to="publications" prefetch="intent">
              {t("read.publications", { count: document.earlierPublications })}
            </Link>
          ),
        },
        { key: "why", name: t("why.button"), value: <WhoMaySee document={document} /> },
        document.publicAddress !== null && {
          key: "public",
          value: (
            <a className="link" href={document.publicAddress}>
              {t("publicPage")}
            </a>
          ),
        },
      ]}
    />
  );
}

const shared = {
  private: "share.private",
  "local-group": "share.state",
  network: "share.network",
} as const;

/** The short answer to who may see it, and the key of the long one. */
const short = {
  named: "why.named",
  "own-city": "why.draft",
  "local-group": "why.localGroup",
  open: "why.open",
  network: "why.network",
  public: "why.public",
} as const;

function openingOf({ text, visibility, publishedVisibility }: Facts): keyof typeof short {
  if (text === "published") return publishedVisibility === "public" ? "public" : "network";
  const openings = {
    private: "named",
    draft: "own-city",
    "local-group": "local-group",
    network: "open",
  } as const;
  return openings[visibility ?? "draft"];
}

function WhoMaySee({ document }: { document: Facts }) {
  const t = useT("documents", "frame");
  const format = useFormat();
  const { network } = useParams();
  const { id, city, readers, because, isNamed } = document;
  const own = because.map((held) => {
    const role = t(`frame:role.${held.role}`);
    return held.city ? t("frame:roleOfCity", { role, city: held.city }) : role;
  });
  const opening = openingOf(document);
  return (
    <>
      <button type="button" className="link" {...toggles("who-may-see")}>
        {t(short[opening])}
      </button>
      <div id="who-may-see" className="menu menu-start max-w-80 p-4 text-body" {...popover}>
        <strong className="block">{t("why.title")}</strong>
        <p className="mt-1">{t(`why.text.${opening}`, { city })}</p>
        {readers.length > 0 ? (
          <ul className="mt-1 list-disc ps-5">
            {readers.map(({ role, reach, isOfCity }) => {
              const word = t(`frame:role.${role}`);
              const everywhere = isOfCity ? t("why.everyCity", { role: word }) : word;
              return (
                <li key={role}>
                  {reach === "city" ? t("frame:roleOfCity", { role: word, city }) : everywhere}
                </li>
              );
            })}
          </ul>
        ) : null}
        {own.length > 0 ? (
          <p className="mt-2 text-quiet">{t("why.you", { role: format.list(own) })}</p>
        ) : null}
        {isNamed ? <p className="mt-2 text-quiet">{t("why.youNamed")}</p> : null}
        <p className="mt-2">
          <Link className="link" to={`/networks/${network}/documents/${id}/readers`} prefetch="intent">
            {t("why.names")}
          </Link>
        </p>
        {document.publicAddress !== null ? <PublicLink address={document.publicAddress} /> : null}
      </div>
    </>
  );
}
