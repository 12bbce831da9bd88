// The page of a search: its field, the filters as the address says them, and what was found.
import { Form, useSubmit } from "@remix-run/react";
import {
  isOnText,
  type Find,
  type FindKind,
  type SearchAnswer,
  type SearchOrder,
} from "~/domain/search/search";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { FactsLine } from "./facts-line";
import { FilterLinks } from "./filter-links";
import { foundAddress, searchAddress } from "./found-address";
import { LinkButton } from "./link-button";
import { Marked } from "./marked";
import { Notice } from "./notice";
import { PageHeader } from "./page-header";
import { Row, RowList } from "./row-list";
import { onPage } from "./search-field";
import { SearchInput } from "./search-input";
import { Select } from "./select";
import { Time } from "./time";
import { useFormat } from "./use-reader";

export interface SearchResultsProps {
  /** Where the search is asked, and the network it stays in, if it does. */
  to: string;
  network?: string;
  order: SearchOrder;
  answer: SearchAnswer;
}

export function SearchResults({ to, network, order, answer }: SearchResultsProps) {
  const t = useT("search");
  const { question } = order;
  const isNarrowed = Boolean(order.kind ?? order.cityId ?? order.language);
  const pages = Math.ceil(answer.count / order.size);
  const page = (number: number) => searchAddress(to, { ...order, page: number });
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={network === undefined ? t("lead") : t("leadOf", { network })}
        actions={
          network === undefined ? null : (
            <LinkButton weight="bare" to={searchAddress("/search", { question })}>
              {t("everywhere")}
            </LinkButton>
          )
        }
      />
      <Question to={to} order={order} answer={answer} />
      {question === "" ? (
        <EmptyState what={t("begin.what")} who={t("begin.who")} />
      ) : (
        <>
          {answer.instead ? (
            <div className="mb-4">
              <Notice>{t("instead", { question, instead: answer.instead })}</Notice>
            </div>
          ) : null}
          {answer.isIncomplete ? <p className="mb-4 text-quiet">{t("incomplete")}</p> : null}
          <p role="status" className="mb-3 text-quiet">
            {answer.count > 0 ? t("count", { count: answer.count }) : ""}
          </p>
          <Kinds to={to} order={order} answer={answer} />
          {answer.finds.length === 0 ? (
            <EmptyState
              title={t("nothing.title", { question })}
              what={t("nothing.what")}
              who={t("nothing.who")}
              next={
                isNarrowed ? (
                  <LinkButton to={searchAddress(to, { question })}>{t("nothing.next")}</LinkButton>
                ) : null
              }
            />
          ) : (
            <RowList label={t("results")}>
              {answer.finds.map((find) => (
                <FindRow
                  key={`${find.kind} ${find.id} ${find.network.slug}`}
                  find={find}
                  isOfAll={network === undefined}
                />
              ))}
            </RowList>
          )}
          {pages > 1 ? (
            <nav aria-label={t("pages")} className="mt-6 flex flex-wrap gap-2">
              {order.page > 1 ? <LinkButton to={page(order.page - 1)}>{t("earlier")}</LinkButton> : null}
              {order.page < pages ? <LinkButton to={page(order.page + 1)}>{t("further")}</LinkButton> : null}
            </nav>
          ) : null}
        </>
      )}
    </div>
  );
}

/** The field of the page itself, and what narrows it; with a script a choice counts at once. */
function Question({ to, order, answer }: Pick<SearchResultsProps, "to" | "order" | "answer">) {
  const t = useT("search");
  const submit = useSubmit();
  const { languageName } = useFormat();
  const hasLanguages = answer.languages.length > 1 || order.language !== undefined;
  const hasCities = answer.cities.length > 1 || order.cityId !== undefined;
  return (
    <Form
      key={`${order.cityId} ${order.language} ${order.kind}`}
      role="search"
      aria-label={t("narrow")}
      method="get"
      action={to}
      className="mb-6 grid gap-3"
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement)
          submit(event.currentTarget, { preventScrollReset: true });
      }}
    >
      {order.kind ? <input type="hidden" name="kind" value={order.kind} /> : null}
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <SearchInput
            key={order.question}
            id={onPage}
            label={t("field")}
            to={to}
            question={order.question}
            className="control w-full"
          />
        </div>
        <Button>{t("show")}</Button>
      </div>
      {hasLanguages || hasCities ? (
        <div className="flex flex-wrap gap-3">
          {hasCities ? (
            <Select
              name="city"
              label={t("cityFilter")}
              frameClassName="flex-1 basis-40 max-w-xs"
              defaultValue={order.cityId ?? ""}
              options={[
                { value: "", label: t("allCities") },
                ...answer.cities.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` })),
              ]}
            />
          ) : null}
          {hasLanguages ? (
            <Select
              name="language"
              label={t("languageFilter")}
              frameClassName="flex-1 basis-40 max-w-xs"
              defaultValue={order.language ?? ""}
              options={[
                { value: "", label: t("allLanguages") },
                ...answer.languages.map(({ language, count }) => ({
                  value: language,
                  label: `${languageName(language)} (${count})`,
                })),
              ]}
            />
          ) : null}
        </div>
      ) : null}
    </Form>
  );
}

function Kinds({ to, order, answer }: Pick<SearchResultsProps, "to" | "order" | "answer">) {
  const t = useT("search");
  const format = useFormat();
  if (answer.kinds.length < 2 && order.kind === undefined) return null;
  const all = answer.kinds.reduce((sum, { count }) => sum + count, 0);
  const link = (kind: FindKind | undefined, label: string, count: number) => ({
    key: kind ?? "all",
    to: searchAddress(to, { ...order, kind, page: 1 }),
    label,
    count: format.number(count),
    isCurrent: order.kind === kind,
  });
  return (
    <FilterLinks
      label={t("kindFilter")}
      links={[
        link(undefined, t("all"), all),
        ...answer.kinds.map(({ kind, count }) => link(kind, t(`kinds.${kind}`), count)),
      ]}
    />
  );
}

function FindRow({ find, isOfAll }: { find: Find; isOfAll: boolean }) {
  const t = useT("search");
  const format = useFormat();
  const isOfText = find.documentId !== undefined;
  return (
    <Row
      to={foundAddress(find)}
      kind={isOfText ? "work" : "line"}
      titleLang={find.language || undefined}
      title={
        <>
          {isOnText(find.kind) ? (
            <span className="font-normal text-quiet">{t(find.isOwn ? "on.own" : `on.${find.kind}`)} </span>
          ) : null}
          <Marked pieces={find.title} />
        </>
      }
      below={
        <>
          <FactsLine
            facts={[
              { key: "kind", value: t(`kind.${find.kind}`) },
              find.city !== "" && { key: "city", value: find.city },
              find.language !== "" && { key: "language", value: format.languageName(find.language) },
              find.isSigned
                ? { key: "text", value: t("signed") }
                : find.text === "working" && { key: "text", value: t("working") },
              find.at !== undefined && {
                key: "at",
                value: (
                  <Time
                    at={find.at.toISOString()}
                    words={format.date(find.at)}
                    exact={format.dateTime(find.at)}
                  />
                ),
              },
              isOfAll && find.kind !== "network" && { key: "network", value: find.network.name },
            ]}
          />
          {find.around.length > 0 ? (
            <p className="mt-1 max-w-[72ch] text-pretty text-quiet" lang={find.language || undefined}>
              <Marked pieces={find.around} />
            </p>
          ) : null}
        </>
      }
    />
  );
}
