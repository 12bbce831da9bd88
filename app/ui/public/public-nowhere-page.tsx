// What everybody is told under an address where no public text stands, or stands no longer: the same for both.
import { useT } from "~/i18n/use-t";
import { PublicFrame } from "./public-frame";

export interface PublicNowherePageProps {
  origin: string;
  stylesheet: string;
  wordsLanguage: string;
}

export function PublicNowherePage({ origin, stylesheet, wordsLanguage }: PublicNowherePageProps) {
  const t = useT("publicPages");
  return (
    <PublicFrame
      title={t("nowhere.title")}
      language={wordsLanguage}
      wordsLanguage={wordsLanguage}
      description={t("nowhere.what")}
      address={`${origin}/public`}
      stylesheet={stylesheet}
    >
      <div className="public-text">
        <h1 className="text-display font-serif font-semibold">{t("nowhere.title")}</h1>
        <p className="text-quiet">{t("nowhere.what")}</p>
        <p>
          <a className="link" href="/public">
            {t("all")}
          </a>
        </p>
      </div>
    </PublicFrame>
  );
}
