// A remark's words as its readers see them: the one renderer, with those it mentions called what they are called now.
import { asTyped } from "~/text/render";
import type { Member } from "../access/member";
import { withPresentNames } from "../documents/mentioned-names.server";
import { rendered } from "../documents/rendering.server";

/**
 * In UTF-16 units. What people write comes to a few times its own length; what comes to more was made to (tables of
 * thousands of empty cells), and many such remarks on one page would hold up everybody's.
 */
const longestHtml = 64 * 1024;

export async function remarkHtml(member: Member, id: string, text: string): Promise<string> {
  const place = { topHeading: 4, idPrefix: `c-${id}-`, lineBreaks: true };
  const { html } = await rendered(text, place, member.language);
  return withPresentNames(member, html.length > longestHtml ? asTyped(text).html : html);
}
