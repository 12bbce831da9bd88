// The way to the cities that Torg knows.
import { Link } from "@remix-run/react";
import { useT } from "~/i18n/use-t";

export function CitiesSection() {
  const t = useT("upkeep");
  return (
    <section aria-labelledby="cities-title">
      <h2 id="cities-title" className="text-section">
        {t("cities.title")}
      </h2>
      <p className="mt-1 max-w-[60ch] text-quiet">{t("cities.lead")}</p>
      <p className="mt-3">
        <Link to="/administration/cities" prefetch="intent" className="link">
          {t("cities.all")}
        </Link>
      </p>
    </section>
  );
}
