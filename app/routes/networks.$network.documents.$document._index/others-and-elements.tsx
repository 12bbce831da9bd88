// Under a practice: what the other cities do with its transfer elements, and the way to say it for one's own.
import { Link } from "@remix-run/react";
import type { ElementMatrix as Matrix } from "~/domain/documents/element-marks.server";
import { useT } from "~/i18n/use-t";
import { ElementMatrix } from "~/ui/element-matrix";

export function OthersAndElements({ matrix, language }: { matrix: Matrix; language: string }) {
  const t = useT("documents");
  const maySay = matrix.cities.some(({ isMine }) => isMine);
  return (
    <section aria-labelledby="others" className="mt-10">
      <h2 id="others" className="text-section">
        {t("elements.title")}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t("elements.lead")}</p>
      <ElementMatrix matrix={matrix} language={language} />
      {maySay ? (
        <p className="mt-4">
          <Link to="elements" prefetch="intent" className="button button-plain">
            {t("elements.say")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
