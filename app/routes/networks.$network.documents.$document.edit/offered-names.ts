// Who and what can be named in the text, asked of the server while one types.
import type { Offer, SearchOffers } from "~/editor/offers";
import type { Related } from "~/domain/documents/relations.server";

/** Members of the network. */
export function namesOffered(network: string): SearchOffers {
  return async (words, signal) => {
    const { people } = await asked<{ people: Offer[] }>(`/networks/${network}/people/names`, words, signal);
    return people;
  };
}

/** Documents that the writer may read, but this one. */
export function titlesOffered(network: string, own: string): SearchOffers {
  return async (words, signal) => {
    const { titles } = await asked<{ titles: Related[] }>(
      `/networks/${network}/documents/titles`,
      words,
      signal,
    );
    return titles.filter(({ id }) => id !== own).map(({ id, title }) => ({ id, name: title }));
  };
}

async function asked<Answer>(address: string, words: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`${address}?${new URLSearchParams({ words }).toString()}`, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Answer;
}
