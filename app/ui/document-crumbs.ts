// The way to a document, the same on each of its screens.
import type { ScreenHandle } from "./screen-handle";

interface DocumentScreen {
  document: { id: string; title: string; language: string };
}

export const documentCrumbs: ScreenHandle = {
  crumbs: (data, t, network) => {
    const { title, language, id } = (data as DocumentScreen).document;
    return [
      { label: t("rail.practices"), to: `${network}/practices` },
      { label: title, lang: language, to: `${network}/documents/${id}` },
    ];
  },
};
