// Texts as readers see them: the one renderer, with the words that only a screen reader hears in the reader's language.
import { join } from "node:path";
import { translate } from "~/i18n/translate.server";
import { createBackground } from "~/platform/background.server";
import { log } from "~/platform/log.server";
import { forget, once } from "~/platform/once";
import { root } from "~/platform/root.server";
import type { Rendered } from "~/text/render";
import { createRenderer } from "~/text/rendering.server";
import { withoutErased } from "./erased-pictures.server";

export type { Rendered };

export interface RenderingPlace {
  /** The level of a text's highest heading on its page. */
  topHeading: number;
  /** Keeps ids of several texts on one page apart. */
  idPrefix?: string;
  /** As people expect in a remark, a line's end is a line break. */
  lineBreaks?: boolean;
  /** Whoever reads it may describe its pictures, and is told which are not. */
  isForWriter?: boolean;
}

/** The text as HTML and its outline, with the labels in this language. Always resolves; a text that takes too long comes as it was typed. */
export async function rendered(
  text: string,
  { isForWriter = false, ...place }: RenderingPlace,
  language: string,
): Promise<Rendered> {
  const t = translate(language);
  const written = await renderer().render(text, {
    ...place,
    tableLabel: t("documents:rendered.table"),
    footnotesLabel: t("documents:rendered.footnotes"),
    footnoteLabel: t("documents:rendered.footnote"),
    backLabel: t("documents:rendered.back"),
    undescribedLabel: t("documents:rendered.undescribed"),
    ...(isForWriter && { undescribedNote: t("documents:rendered.describe") }),
  });
  return { ...written, html: await withoutErased(written.html, language) };
}

/** Ends the worker thread, if one is awake. */
export async function closeRendering(): Promise<void> {
  await renderer().close();
  forget("renderer");
}

function renderer() {
  return once("renderer", () =>
    createRenderer(createBackground({ workerFile: join(root(), "build/workers/render.js") }), (failure) =>
      log().warn({ error: failure }, "a text could not be rendered and is shown as it was typed"),
    ),
  );
}
