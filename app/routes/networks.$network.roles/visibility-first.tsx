// Which roles read a text by what it says of itself: the half of the answer that comes before any role.
import { readersOfText } from "~/domain/access/document-texts";
import { cityRoles } from "~/domain/access/role";
import { useT } from "~/i18n/use-t";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

const kinds = [
  { key: "own-city", text: "working", visibility: "draft" },
  { key: "local-group", text: "working", visibility: "local-group" },
  { key: "network", text: "published", visibility: "draft" },
] as const;

export function VisibilityFirst() {
  const t = useT("roles", "frame");
  const format = useFormat();
  return (
    <section aria-labelledby="visibility" className="mt-10">
      <h2 id="visibility" className="text-section">
        {t("visibility.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t("visibility.what")}</p>
      <RowList labelledBy="visibility">
        {kinds.map(({ key, text, visibility }) => (
          <Row
            key={key}
            title={t(`visibility.${key}`)}
            below={format.list(
              readersOfText(text, { visibility, publishedVisibility: "network" }).map(({ role, reach }) => {
                const word = t(`frame:role.${role}`);
                if (reach === "city") return t("ofOwnCity", { role: word });
                return cityRoles.includes(role) ? t("everyCity", { role: word }) : word;
              }),
            )}
          />
        ))}
      </RowList>
    </section>
  );
}
