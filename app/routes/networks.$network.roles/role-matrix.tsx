// All roles and abilities in one table, each answer as word and shape; on a phone it scrolls inside its own frame.
import { abilities, abilitiesOf, roles, type Ability, type Reach } from "~/domain/access/role";
import { useT } from "~/i18n/use-t";
import { StateMark, type StateTone } from "~/ui/state-mark";

const answers: Record<Reach | "none", { tone: StateTone; word: "yes" | "city" | "no" }> = {
  network: { tone: "ok", word: "yes" },
  city: { tone: "going", word: "city" },
  none: { tone: "quiet", word: "no" },
};

export function RoleMatrix() {
  const t = useT("roles", "frame");
  const cell = "border-t border-line px-3 py-2 align-top first:ps-0";
  return (
    <section aria-labelledby="matrix" className="mt-10">
      <h2 id="matrix" className="mb-3 text-section">
        {t("matrix.title")}
      </h2>
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, so that keys can scroll it */}
      <div
        role="region"
        aria-label={t("matrix.frame")}
        tabIndex={0}
        className="overflow-x-auto border-b border-line"
      >
        <table className="w-full border-collapse text-start text-small">
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 bg-paper px-3 py-2 ps-0 text-start align-bottom">
                {t("matrix.ability")}
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="px-3 py-2 text-start align-bottom">
                  {t(`frame:role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(abilities) as Ability[]).map((ability) => (
              <tr key={ability}>
                <th
                  scope="row"
                  className={`${cell} sticky start-0 min-w-32 bg-paper text-start font-semibold sm:min-w-48`}
                >
                  {t(`ability.${ability}`)}
                </th>
                {roles.map((role) => {
                  const { tone, word } = answers[abilitiesOf[role][ability] ?? "none"];
                  return (
                    <td key={role} className={cell}>
                      <StateMark tone={tone} word={t(`matrix.${word}`)} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
    </section>
  );
}
