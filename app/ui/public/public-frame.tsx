// The page around what everybody may read: no script, no sign of who reads, the text's own language.
import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { colourScheme, themeColours } from "../colours";
import { fontPreloads } from "../font-preloads";
import { Wordmark } from "../wordmark";

export interface PublicFrameProps {
  title: string;
  /** The language of the text; `wordsLanguage` is that of the words around it, where Torg does not speak the former. */
  language: string;
  wordsLanguage: string;
  description: string;
  /** The page's one address, from the origin on. */
  address: string;
  stylesheet: string;
  /** What only the head holds: other languages' addresses. */
  head?: ReactNode;
  children: ReactNode;
}

export function PublicFrame(props: PublicFrameProps) {
  const { title, language, wordsLanguage, description, address, stylesheet, head, children } = props;
  const t = useT("publicPages");
  return (
    <html lang={language} data-colours="system">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content={colourScheme("system")} />
        {themeColours("system").map((colour) => (
          <meta key={colour.media ?? ""} {...colour} />
        ))}
        <link rel="canonical" href={address} />
        {head}
        <link rel="stylesheet" href={stylesheet} />
        {fontPreloads(language).map((preload) => (
          <link key={preload.href} {...preload} />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body className="public">
        <a className="skip-link" href="#text" lang={wordsLanguage}>
          {t("skip")}
        </a>
        <header className="public-bar" lang={wordsLanguage}>
          <a href="/public" className="no-underline">
            <Wordmark />
          </a>
          <nav aria-label="Torg">
            <a href="/public">{t("public")}</a>
            <a href="/sign-in">{t("signIn")}</a>
          </nav>
        </header>
        <main id="text" tabIndex={-1}>
          {children}
        </main>
        <footer className="public-foot" lang={wordsLanguage}>
          <p>{t("made")}</p>
        </footer>
      </body>
    </html>
  );
}
