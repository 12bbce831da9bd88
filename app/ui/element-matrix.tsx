// What the other cities do with the transfer elements of a practice: a table of words and shapes, and the same in sentences.
import type { ElementMatrix as Matrix, MarkView } from "~/domain/documents/element-marks.server";
import type { ElementState } from "~/domain/documents/element-mark";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";
import { StateMark, type StateTone } from "./state-mark";
import { useFormat } from "./use-reader";

export const markTones: Record<ElementState, StateTone> = {
  understood: "soon",
  adapting: "going",
  "re-used": "ok",
  rejected: "late",
};

export interface ElementMatrixProps {
  matrix: Matrix;
  /** The language of the practice, in which the elements are named. */
  language: string;
}

/** Every mark leads to its sentence below, so that its reason is there for keys and screen readers, too. */
export function ElementMatrix({ matrix: { elements, cities }, language }: ElementMatrixProps) {
  const t = useT("documents");
  const format = useFormat();
  const cell = "border-t border-line px-2 py-2 align-top";
  const said = elements.flatMap((element) =>
    element.marks.flatMap((mark, index) => {
      const city = cities[index];
      return mark && city ? [{ element, mark, city }] : [];
    }),
  );
  const sentence = (name: string, mark: MarkView) =>
    t("elements.line", {
      city: name,
      state: t(`elements.state.${mark.state}`),
      day: format.day(mark.markedOn),
    });
  return (
    <>
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, so that keys can scroll it */}
      <div
        role="region"
        aria-label={t("elements.frame")}
        tabIndex={0}
        className="relative overflow-x-auto border-b border-line"
      >
        <table className="w-full border-collapse text-start text-small">
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 bg-paper py-2 pe-3 text-start align-bottom">
                {t("elements.element")}
              </th>
              {cities.map(({ partnershipId, name }) => (
                <th key={partnershipId} scope="col" className="px-2 py-2 text-start align-bottom">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {elements.map(({ id, name, isEssential, marks }) => (
              <tr key={id}>
                <th
                  scope="row"
                  className={`${cell} sticky start-0 min-w-36 bg-paper ps-0 text-start font-semibold sm:min-w-40`}
                >
                  <span lang={language}>{name}</span>
                  <span className="block font-normal text-quiet">
                    {t(isEssential ? "elements.essential" : "elements.optional")}
                  </span>
                </th>
                {cities.map(({ partnershipId }, index) => {
                  const mark = marks[index];
                  return (
                    <td key={partnershipId} className={cell}>
                      {mark ? (
                        <a href={`#mark-${id}-${partnershipId}`} className="no-underline">
                          <StateMark
                            tone={markTones[mark.state]}
                            word={t(`elements.state.${mark.state}`)}
                            reason={mark.reason}
                          />
                        </a>
                      ) : (
                        <span className="text-quiet">
                          <span aria-hidden="true">–</span>
                          <span className="sr-only">{t("elements.none")}</span>
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
      {said.length === 0 ? (
        <p className="mt-3 text-quiet">{t("elements.nothing")}</p>
      ) : (
        <details className="fold mt-3">
          <summary>
            <Icon name="chevron-right" size={16} />
            {t("elements.alternative")}
          </summary>
          <ul className="mt-2 grid gap-3">
            {said.map(({ element, mark, city }) => (
              <li key={`${element.id}-${city.partnershipId}`} id={`mark-${element.id}-${city.partnershipId}`}>
                <span lang={language} className="font-semibold">
                  {element.name}
                </span>
                <br />
                {sentence(city.name, mark)}
                <br />
                <span className="text-quiet">
                  {mark.reason} ({mark.by})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
