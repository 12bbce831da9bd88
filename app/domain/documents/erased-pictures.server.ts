// Pictures that were erased for good: in every text that still names one its place says so, in words that are heard as well.
import { translate } from "~/i18n/translate.server";
import { database } from "~/platform/db.server";
import { escaped } from "~/text/escaped";

/** A picture as the renderer and the comparison write it, with the note that it lacks a description. Ids are made of these letters only. */
const picture =
  /<img src="\/files\/([0-9a-hjkmnp-tv-z]{20})\/[^>]*>(?:\n<p class="undescribed">[^<]*<\/p>)?/gu;

/** The rendered text, with words in this language in the place of each picture that was erased. */
export async function withoutErased(html: string, language: string): Promise<string> {
  const ids = [...new Set([...html.matchAll(picture)].map(([, id = ""]) => id))];
  if (ids.length === 0) return html;
  const rows = await database().read.attachedFile.findMany({
    where: { id: { in: ids }, erasedAt: { not: null } },
    select: { id: true },
  });
  if (rows.length === 0) return html;
  const erased = new Set(rows.map(({ id }) => id));
  const words = `<p class="erased-picture">${escaped(translate(language)("files:erased.picture"))}</p>`;
  return html.replace(picture, (whole: string, id: string) => (erased.has(id) ? words : whole));
}
