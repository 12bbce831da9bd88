// The way to a document, and to the screens that belong to it.
import type { DocumentKind } from "~/domain/documents/document";
import { placeOfKind } from "./document-places";
import type { ScreenHandle } from "./screen-handle";

interface DocumentScreen {
  document: { id: string; title: string; language: string; kind?: DocumentKind };
}

/** Of the document itself. */
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

/** Of a screen on which something is done to the document: from there the step back leads to it. */
export const besideDocumentCrumbs: ScreenHandle = {
  crumbs: (data, t, network) =>
    documentCrumbs.crumbs(data, t, network).map((crumb, at, { length }) => ({
      ...crumb,
      isStepBack: at === length - 1,
    })),
};
