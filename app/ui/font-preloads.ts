// Which faces a first page needs at once, so that its text stands in them from the first paint.
import sansGreek from "./fonts/torg-sans-greek.woff2?url";
import sansLatin from "./fonts/torg-sans-latin.woff2?url";
import sansLatinExtended from "./fonts/torg-sans-latin-ext.woff2?url";
import serifGreek from "./fonts/torg-serif-greek.woff2?url";
import serifLatin from "./fonts/torg-serif-latin.woff2?url";
import serifLatinExtended from "./fonts/torg-serif-latin-ext.woff2?url";

/** Languages that live within Latin-1; names of other cities may still need more, which the browser then fetches by itself. */
const plainLatin = new Set(["en", "it", "nl", "fr", "es", "pt", "fi"]);

export interface FontPreload {
  rel: "preload";
  as: "font";
  type: "font/woff2";
  href: string;
  crossOrigin: "anonymous";
}

/** The `<link>` descriptors for a page whose words are in this language; never more than six, for Greek, usually four. */
export function fontPreloads(language: string): FontPreload[] {
  const code = language.slice(0, 2);
  const hrefs = [sansLatin, serifLatin];
  if (code === "el") hrefs.push(sansGreek, serifGreek);
  else if (!plainLatin.has(code)) hrefs.push(sansLatinExtended, serifLatinExtended);
  return hrefs.map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href,
    crossOrigin: "anonymous",
  }));
}
