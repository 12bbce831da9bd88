// Pictures as Markdown can say them: of a file of this house, with words on one line each.
import type { Node } from "@tiptap/pm/model";
import { documentSchema } from "~/text/document-schema";
import { pictureOf } from "~/text/own-pictures";
import type { Report } from "~/text/settle-blocks";
import { settledText } from "~/text/settle-inline";

/** The picture; where it is one of nothing, its words in a paragraph. */
export function settledPicture({ attrs, type }: Node, report: Report): Node {
  const line = (words: unknown) =>
    typeof words === "string" ? settledText(words.replace(/\s+/gu, " ").trim(), report) : "";
  const [alt, caption] = [line(attrs.alt), line(attrs.caption)];
  const own = pictureOf({ file: attrs.file, width: attrs.width, height: attrs.height });
  if (own) return type.create({ ...own, alt, caption });
  const words = [alt, caption].filter((said) => said !== "").join(" ");
  report("picture", words);
  return documentSchema.nodes.paragraph.create(null, words === "" ? null : documentSchema.text(words));
}
