// The page without a network, started in the browser: whose texts are here, which one the address names, and in which words.
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { markedReader } from "../device-marks";
import { OfflineList } from "./offline-list";
import { OfflineText } from "./offline-text";
import { offlineWords } from "./offline-words";

const ofText = /^\/networks\/[^/]+\/documents\/([^/]+?)(?:\/edit)?\/?$/;

const reader = markedReader();
const words = offlineWords(reader?.language);
const document = ofText.exec(window.location.pathname)?.[1];
const html = window.document.documentElement;
html.lang = words.language;
html.dataset.colours = reader?.colours ?? "system";

const place = window.document.getElementById("page");
if (place)
  createRoot(place).render(
    <I18nextProvider i18n={words}>
      {reader && document ? (
        <OfflineText personId={reader.id} documentId={document} />
      ) : (
        <OfflineList personId={reader?.id} />
      )}
    </I18nextProvider>,
  );
