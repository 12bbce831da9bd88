// When the language is changed in another tab or on another device: this page gets its words as soon as nothing half typed is lost by that.
import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { languages, shownLanguage } from "~/i18n/languages";
import { useI18n, useT } from "~/i18n/use-t";
import { Button } from "./button";
import { useReader } from "./use-reader";

/** Loads the page anew where nothing was typed on it; otherwise says so in a quiet line, and leaves it to the reader. */
export function LanguageLine() {
  const t = useT("frame", "errors");
  const { person, language } = useReader();
  const wanted = shownLanguage(language);
  const isOther = useI18n().language !== wanted && person !== null;
  const hasTyped = useHasTyped();
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    if (isOther && !hasTyped.current) window.location.reload();
    setOffered(isOther);
  }, [isOther, hasTyped]);
  return (
    <div role="status">
      {isOffered && wanted in languages ? (
        <p className="strip strip-line">
          {t("palette.language", { language: languages[wanted as keyof typeof languages] })}
          <Button size="small" onClick={() => window.location.reload()}>
            {t("errors:page.again")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Whether anything was put in since this page was opened. Not what stands in the fields: React keeps some of them itself. */
function useHasTyped() {
  const { key } = useLocation();
  const hasTyped = useRef(false);
  useEffect(() => {
    hasTyped.current = false;
  }, [key]);
  useEffect(() => {
    const notice = () => {
      hasTyped.current = true;
    };
    document.addEventListener("input", notice);
    return () => document.removeEventListener("input", notice);
  }, []);
  return hasTyped;
}
