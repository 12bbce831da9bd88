// The way to a document, the same on each of its screens.
import type { DocumentKind } from "~/domain/documents/document";
import { placeOfKind } from "./document-places";
import type { ScreenHandle } from "./screen-handle";

interface DocumentScreen {
  document: { id: string; title: string; language: string; kind?: DocumentKind };
}

export const documentCrumbs: ScreenHandle = {
  crumbs: (data, t, network) => {
    const { title, language, id, kind } = (data as DocumentScreen).document;
    const { word, path } = placeOfKind(kind);
    return [
      { label: t(`rail.${word}`), to: `${network}${path}` },
      { label: title, lang: language, to: `${network}/documents/${id}` },
    ];
  },
};
