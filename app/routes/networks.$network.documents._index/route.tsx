// The documents that one may read: narrowed and sorted by the address, a page at a time.
import { Link, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/access/member";
import { documentFilterIn } from "~/domain/documents/document-list-orders";
import { isNarrowed } from "~/domain/documents/document-list";
import { listDocuments } from "~/domain/documents/listing.server";
import { topicsInUse } from "~/domain/documents/named-in-facts.server";
import { citiesOf } from "~/domain/networks/places.server";
import { documentsThatWait } from "~/domain/notifications/waiting-documents.server";
import { memberLoader } from "~/http/guard.server";
import { pageTitle } from "~/http/page-title.server";
import { translate } from "~/i18n/translate.server";
import { useT } from "~/i18n/use-t";
import { placeOfKind } from "~/ui/document-places";
import { PageErrorBoundary } from "~/ui/page-error-boundary";
import { PageHeader } from "~/ui/page-header";
import { RowList } from "~/ui/row-list";
import type { ScreenHandle } from "~/ui/screen-handle";
import { titled } from "~/ui/titled";
import { BeginDocument } from "./begin-document";
import { DocumentRow } from "./document-row";
import { Filter } from "./filter";
import { Kinds, Whose } from "./kinds";
import { NothingListed } from "./nothing-listed";
import { Pages } from "./pages";

export const handle: ScreenHandle = {
  crumbs: (data, t) => {
    const { filter } = data as { filter: ReturnType<typeof documentFilterIn> };
    return [{ label: t(`rail.${placeOfKind(filter.kind).word}`) }];
  },
};

export const meta = titled;

export const loader = memberLoader(async ({ member, url }) => {
  const filter = documentFilterIn(url.searchParams);
  const t = translate(member.language);
  const waiting = filter.whose === "waiting" ? await documentsThatWait(member) : undefined;
  return {
    title: pageTitle(member.language, t(`lists:title.${filter.kind ?? "all"}`), member.network.name),
    filter,
    list: await listDocuments(member, filter, waiting),
    cities: await citiesOf(member.network.id, member.language),
    topics: await topicsInUse(member),
    mayWrite: can(member, "write-document"),
    mayVisit: can(member, "write-visit-note"),
  };
});

export default function Documents() {
  const t = useT("lists");
  const { filter, list, cities, topics, mayWrite, mayVisit } = useLoaderData<typeof loader>();
  const kind = filter.kind ?? "all";
  const begin =
    mayWrite || mayVisit ? <BeginDocument kind={filter.kind} {...{ mayWrite, mayVisit }} /> : null;
  const isEmpty = list.count === 0 && !isNarrowed(filter);
  return (
    <div className="page">
      <PageHeader
        title={t(`title.${kind}`)}
        lead={t(`lead.${kind}`)}
        facts={isEmpty ? null : <p className="text-quiet">{t("count", { count: list.count })}</p>}
        actions={isEmpty ? null : begin}
      />
      <Kinds filter={filter} kinds={list.kinds} />
      <Whose filter={filter} />
      <Filter key={JSON.stringify(filter)} filter={filter} cities={cities} topics={topics} />
      {list.count === 0 ? (
        <NothingListed filter={filter} next={begin} />
      ) : (
        <RowList label={t(`title.${kind}`)}>
          {list.rows.map((row) => (
            <DocumentRow key={row.id} row={row} isKindSaid={filter.kind === undefined} />
          ))}
        </RowList>
      )}
      <Pages filter={filter} page={list.page} pages={list.pages} />
      {mayWrite || mayVisit ? (
        <p className="on-screen-only mt-6 text-small">
          <Link to="../trash" prefetch="intent">
            {t("trash")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

export { PageErrorBoundary as ErrorBoundary };
