// The address of a public text: readable in its language, found by its id, so that a new title does not break a link.
import { isId } from "~/platform/id";
import { slug } from "~/text/slug";

/** "/public/lt/turgus-po-vienu-stogu-4x…". */
export function publicAddress({
  id,
  language,
  title,
}: {
  id: string;
  language: string;
  title: string;
}): string {
  const words = slug(title);
  return `/public/${language}/${words === "" ? id : `${encodeURIComponent(words)}-${id}`}`;
}

/** The id in the last part of such an address; null where there is none. */
export function idInPublicAddress(part: string): string | null {
  const id = part.slice(-20);
  return isId(id) && (part.length === 20 || part.at(-21) === "-") ? id : null;
}
