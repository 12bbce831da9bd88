// Public pages as HTML: React's markup and nothing that wakes up in a browser.
import type { i18n } from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { PublicDocument, PublicRow } from "~/domain/documents/public-documents.server";
import type { PublicAddition } from "~/domain/visits/public-additions.server";
import { isLanguage } from "~/i18n/languages";
import { PublicDocumentPage } from "./public-document-page";
import { PublicListPage } from "./public-list-page";
import { PublicNowherePage } from "./public-nowhere-page";

export interface PublicLooksOptions {
  /** Where the installation is reached; asked at each page. */
  origin(): string;
  stylesheet: string;
  wordsIn(language: string): i18n;
}

/** What `publicPages` of the first door is given. The words around a text are in its language, or else in English. */
export function publicLooks({ origin, stylesheet, wordsIn }: PublicLooksOptions) {
  const page = (language: string, element: (words: string) => ReactElement) => {
    const wordsLanguage = isLanguage(language) ? language : "en";
    const markup = renderToStaticMarkup(
      <I18nextProvider i18n={wordsIn(wordsLanguage)}>{element(wordsLanguage)}</I18nextProvider>,
    );
    return `<!DOCTYPE html>${markup}`;
  };
  return {
    document: (document: PublicDocument, additions: PublicAddition[]) =>
      page(document.language, (wordsLanguage) => (
        <PublicDocumentPage {...{ document, additions, stylesheet, wordsLanguage }} origin={origin()} />
      )),
    list: (rows: PublicRow[], language: string) =>
      page(language, (wordsLanguage) => (
        <PublicListPage {...{ rows, stylesheet, wordsLanguage }} origin={origin()} />
      )),
    nowhere: (language: string) =>
      page(language, (wordsLanguage) => (
        <PublicNowherePage {...{ stylesheet, wordsLanguage }} origin={origin()} />
      )),
  };
}
