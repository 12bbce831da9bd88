// What a public text states besides its words, as far as it concerns everybody: no names of people met, no list of who took part.
import type { ReactNode } from "react";
import type { PublicDocument } from "~/domain/documents/public-documents.server";
import { formatFor } from "~/i18n/format";
import { useT } from "~/i18n/use-t";

type Fact = [label: string, value: ReactNode];

export function PublicFacts({
  document: { facts, language },
  wordsLanguage,
}: {
  document: PublicDocument;
  wordsLanguage: string;
}) {
  const t = useT("publicPages");
  const format = formatFor(wordsLanguage, "Europe/Brussels");
  const inText = (text: string) => <span lang={language}>{text}</span>;
  const range = (from: string, to: string) => {
    if (from && to && from !== to) return `${format.day(from)} – ${format.day(to)}`;
    if (from && to) return format.day(from);
    if (from) return t("from", { from: format.day(from) });
    return to ? t("until", { to: format.day(to) }) : "";
  };
  const list: Fact[] = [];
  const add = (label: string, value: ReactNode) => (value ? list.push([label, value]) : 0);
  add(
    t("topics"),
    facts.topics.length > 0 ? (
      <span lang={language} itemProp="keywords">
        {facts.topics.join(", ")}
      </span>
    ) : null,
  );
  switch (facts.kind) {
    case "good-practice":
      add(t("period"), range(facts.from, facts.to));
      add(t("population"), facts.population === null ? "" : format.number(facts.population));
      add(t("budget"), facts.budget === null ? "" : `${format.number(facts.budget / 100)} €`);
      add(t("contact"), facts.contact && inText(facts.contact));
      break;
    case "visit-note":
      add(t("dates"), range(facts.startsOn, facts.endsOn || facts.startsOn));
      add(t("purpose"), facts.purpose && inText(facts.purpose));
      add(t("met"), facts.met.length > 0 && inText(facts.met.map(whoMet).filter(Boolean).join("; ")));
      add(
        t("agreements"),
        facts.agreements.length > 0 && (
          <ul>
            {facts.agreements.map(({ what, who, by }, index) => (
              <li key={index}>
                {inText([what, who].filter(Boolean).join(" – "))}
                {by ? ` (${t("dueBy", { day: format.day(by) })})` : ""}
              </li>
            ))}
          </ul>
        ),
      );
      break;
    case "action-plan":
      add(t("period"), range(facts.from, facts.to));
      add(t("adoptedOn"), facts.adoptedOn && format.day(facts.adoptedOn));
      break;
    case "minutes":
      add(t("dates"), facts.day && format.day(facts.day));
      add(t("place"), facts.place && inText(facts.place));
      break;
    case "diary-entry":
      add(t("dates"), facts.day && format.day(facts.day));
      break;
    case "note":
      break;
  }
  const elements = facts.kind === "good-practice" ? facts.elements : [];
  if (list.length === 0 && elements.length === 0) return null;
  return (
    <section lang={wordsLanguage} className="public-facts" aria-labelledby="about">
      <h2 id="about">{t("about")}</h2>
      <dl>
        {list.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {elements.length > 0 ? (
        <>
          <h3>{t("elements")}</h3>
          <ol className="public-elements">
            {elements.map(({ id, name, isEssential, preconditions, cost, pitfalls }) => (
              <li key={id}>
                <p>
                  <strong lang={language}>{name}</strong> ({t(isEssential ? "essential" : "optional")})
                </p>
                <dl>
                  {preconditions ? (
                    <div>
                      <dt>{t("preconditions")}</dt>
                      <dd lang={language}>{preconditions}</dd>
                    </div>
                  ) : null}
                  {cost ? (
                    <div>
                      <dt>{t("cost")}</dt>
                      <dd>{t(`costs.${cost}`)}</dd>
                    </div>
                  ) : null}
                  {pitfalls ? (
                    <div>
                      <dt>{t("pitfalls")}</dt>
                      <dd lang={language}>{pitfalls}</dd>
                    </div>
                  ) : null}
                </dl>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

function whoMet({ role, organisation }: { role: string; organisation: string }): string {
  return [role, organisation].filter(Boolean).join(", ");
}
