// A remark's words as its readers see them: the one renderer, with those it mentions called what they are called now.
import type { Member } from "../access/member";
import { withPresentNames } from "../documents/mentioned-names.server";
import { rendered } from "../documents/rendering.server";

export async function remarkHtml(member: Member, id: string, text: string): Promise<string> {
  const place = { topHeading: 4, idPrefix: `c-${id}-`, lineBreaks: true };
  const { html } = await rendered(text, place, member.language);
  return withPresentNames(member, html);
}
