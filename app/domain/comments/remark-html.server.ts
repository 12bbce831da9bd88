// A remark's words as its readers see them: the one renderer, with those it mentions called what they are called now.
import { asTyped } from "~/text/render";
import type { Member } from "../access/member";
import { mentionedIn, withPresentNames } from "../documents/mentioned-names.server";
import { rendered } from "../documents/rendering.server";

/**
 * In UTF-16 units. What people write comes to a few times its own length; what comes to more was made to (tables of
 * thousands of empty cells), and many such remarks on one page would hold up everybody's.
 */
const longestHtml = 64 * 1024;

export async function remarkHtml(member: Member, id: string, text: string): Promise<string> {
  return withPresentNames(member, await htmlOf(text, `c-${id}-`, member.language));
}

/** The people a remark mentions, each once, as its readers see it: what stands in code, or comes out as typed, mentions nobody. */
export async function mentionedInRemark(text: string): Promise<string[]> {
  return text.includes("/people/") ? mentionedIn(await htmlOf(text, "c-", "en")) : [];
}

async function htmlOf(text: string, idPrefix: string, language: string): Promise<string> {
  const { html } = await rendered(text, { topHeading: 4, idPrefix, lineBreaks: true }, language);
  return html.length > longestHtml ? asTyped(text).html : html;
}
