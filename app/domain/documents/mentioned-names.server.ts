// Mentions of people, by id: they lead to the person's page in the network and bear the name the person has now.
import { database } from "~/platform/db.server";
import { escaped } from "~/text/escaped";
import { can, type Member } from "../access/member";

/** A mention as the renderer writes it. Ids are made of these letters only. */
const mention = /<a href="\/people\/([0-9a-hjkmnp-tv-z]{20})"([^>]*)>([^<]*)<\/a>/gu;

/** The people mentioned in a rendered text, each once. */
export function mentionedIn(html: string): string[] {
  return [...new Set([...html.matchAll(mention)].map(([, id = ""]) => id))];
}

/** More people than this keep the name that was written. */
const most = 200;

/**
 * The rendered text with its mentions put right. Whoever holds or once held a role in the network is called what they are called now, also
 * after the role has ended; a label of the writer's own, without an @, stays. Others keep the name that was written and lead nowhere.
 */
export async function withPresentNames(member: Member, html: string): Promise<string> {
  const ids = mentionedIn(html).slice(0, most);
  if (ids.length === 0) return html;
  const people = await database().read.person.findMany({
    where: { id: { in: ids }, memberships: { some: { networkId: member.network.id } } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const seesPeople = can(member, "see-network");
  return html.replace(mention, (_whole, id: string, rest: string, label: string) => {
    const name = names.get(id);
    const words = name !== undefined && label.startsWith("@") ? `@${escaped(name)}` : label;
    // Marked as what is no letter of the text (app/ui/threads/beside/read-text.ts).
    if (name === undefined || !seesPeople) return `<span class="put-in">${words}</span>`;
    return `<a href="/networks/${member.network.slug}/people/${id}"${rest}>${words}</a>`;
  });
}
