// Which roles read a text by what it says of itself: the half of the answer that comes before any role.
import { readersOfText } from "~/domain/access/document-texts";
import { cityRoles } from "~/domain/access/role";
import { useT } from "~/i18n/use-t";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

const kinds = [
  { key: "private", text: "working", visibility: "private", publishedVisibility: null },
  { key: "draft", text: "working", visibility: "draft", publishedVisibility: null },
  { key: "local-group", text: "working", visibility: "local-group", publishedVisibility: null },
  { key: "open", text: "working", visibility: "network", publishedVisibility: null },
  { key: "network", text: "published", visibility: "draft", publishedVisibility: "network" },
  { key: "public", text: "published", visibility: "draft", publishedVisibility: "public" },
] as const;

export function VisibilityFirst() {
  const t = useT("roles", "frame");
  const format = useFormat();
  const readers = (
    key: (typeof kinds)[number]["key"],
    text: "working" | "published",
    visibilities: { visibility: string; publishedVisibility: string | null },
  ): string => {
    if (key === "private") return t("visibility.onlyNamed");
    if (key === "public") return t("visibility.everybody");
    return format.list(
      readersOfText(text, visibilities).map(({ role, reach }) => {
        const word = t(`frame:role.${role}`);
        if (reach === "city") return t("ofOwnCity", { role: word });
        return cityRoles.includes(role) ? t("everyCity", { role: word }) : word;
      }),
    );
  };
  return (
    <section aria-labelledby="visibility" className="mt-10">
      <h2 id="visibility" className="text-section">
        {t("visibility.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t("visibility.what")}</p>
      <RowList labelledBy="visibility">
        {kinds.map(({ key, text, ...visibilities }) => (
          <Row key={key} title={t(`visibility.${key}`)} below={readers(key, text, visibilities)} />
        ))}
      </RowList>
      <p className="mt-3 max-w-[65ch]">{t("visibility.naming")}</p>
    </section>
  );
}
