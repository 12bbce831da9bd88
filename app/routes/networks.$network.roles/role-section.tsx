// One role: what it reads, what it writes, who holds it.
import { abilities, abilitiesOf, type Ability, type Role } from "~/domain/access/role";
import type { RoleView } from "~/domain/networks/roles.server";
import { useT } from "~/i18n/use-t";
import { Icon } from "~/ui/icon";

export function RoleSection({ role, holders }: RoleView) {
  const t = useT("roles", "frame");
  return (
    <section aria-labelledby={`role-${role}`} className="border-t border-line py-5">
      <h3 id={`role-${role}`} className="text-large font-semibold">
        {t(`frame:role.${role}`)}
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Abilities role={role} of="reading" label={t("reads")} />
        <Abilities role={role} of="writing" label={t("writes")} />
      </div>
      {holders.length === 0 ? (
        <p className="mt-3 text-small text-quiet">{t("noHolder")}</p>
      ) : (
        <details className="fold mt-3">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("holders", { count: holders.length })}
          </summary>
          <ul className="mt-1">
            {holders.map(({ id, name, cities }) => (
              <li key={id} className="py-0.5">
                {cities.length > 0 ? t("frame:roleOfCity", { role: name, city: cities.join(", ") }) : name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Abilities({ role, of, label }: { role: Role; of: "reading" | "writing"; label: string }) {
  const t = useT("roles");
  const sentences = (Object.keys(abilities) as Ability[]).flatMap((ability) => {
    const reach = abilitiesOf[role][ability];
    const isOf = (abilities[ability] === "reading") === (of === "reading");
    return reach && isOf ? [t(`sentence.${ability}.${reach}`)] : [];
  });
  return (
    <div>
      <h4 className="text-small font-semibold text-quiet">{label}</h4>
      {sentences.length === 0 ? (
        <p className="mt-1">{t("writesNothing")}</p>
      ) : (
        <ul className="mt-1 list-disc space-y-1 ps-5 marker:text-quiet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
