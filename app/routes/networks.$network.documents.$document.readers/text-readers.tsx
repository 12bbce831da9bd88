// The readers of one text of a document: how many, by which role each, and for what reason.
import type { ReadersOfText } from "~/domain/documents/readers.server";
import { useT } from "~/i18n/use-t";
import { Avatar } from "~/ui/avatar";
import { Names } from "~/ui/names";
import { Row, RowList } from "~/ui/row-list";
import { useFormat } from "~/ui/use-reader";

export function TextReaders({
  city,
  text,
  opening,
  count,
  groups,
  named,
  because,
  namedAs,
}: ReadersOfText & { city: string }) {
  const t = useT("roles", "frame");
  const format = useFormat();
  const own = because.map((held) => {
    const role = t(`frame:role.${held.role}`);
    return held.city ? t("frame:roleOfCity", { role, city: held.city }) : role;
  });
  return (
    <section aria-labelledby={`readers-${text}`}>
      <h2 id={`readers-${text}`} className="text-section">
        {t(`readers.${text}`)}
      </h2>
      <p className="mt-1">
        {t(`readers.opening.${opening}`, { city })} <strong>{t("readers.people", { count })}</strong>
      </p>
      <p className="mt-1 mb-4 text-quiet">
        {[
          ...(own.length > 0 ? [t("readers.you", { role: format.list(own) })] : []),
          ...(namedAs ? [t("readers.youNamed")] : []),
        ].join(" ")}
      </p>
      <RowList labelledBy={`readers-${text}`}>
        {groups.map(({ role, reach, opening: by, people }) => (
          <Row
            key={role}
            title={t(`frame:role.${role}`)}
            below={
              <>
                <p className="text-quiet">{t(`readers.why.${by}.${reach}`, { city })}</p>
                {people.length > 0 ? (
                  <Names people={people} />
                ) : (
                  <p className="mt-1">{t("readers.nobody")}</p>
                )}
              </>
            }
            side={<span className="figures text-small text-quiet">{format.number(people.length)}</span>}
          />
        ))}
        {named.map(({ id, name, colour, level, by, at }) => (
          <Row
            key={id}
            before={<Avatar name={name} colour={colour} />}
            title={name}
            below={
              <p className="text-quiet">
                {t(`readers.namedAs.${level}`, { name: by, date: format.date(at) })}
              </p>
            }
          />
        ))}
      </RowList>
    </section>
  );
}
