// What administrators see of the texts that are written together: whether they are saved, and what was found damaged. No words, no titles.
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { demandAdministrator } from "../accounts/administrator";
import type { SignedIn } from "../accounts/sessions.server";
import { liveDocumentsIfOpen } from "./live-documents.server";

export interface TextsUpkeep {
  /** Since when the disk takes nothing, and why, in the system's word; null: all is saved. */
  failing: { since: Date; reason: string } | null;
  /** Texts of which parts were found damaged and set aside, those with most first; null: the log cannot be read just now. */
  damaged: Array<{ id: string; network: string; parts: number }> | null;
}

/** How the keeping of texts is. Refuses `not-found` whoever is no administrator. */
export async function readTextsUpkeep(own: SignedIn): Promise<TextsUpkeep> {
  demandAdministrator(own);
  const live = liveDocumentsIfOpen();
  const state = live?.log.state();
  const failing = state?.kind === "failing" ? { since: state.since, reason: state.reason } : null;
  return { failing, damaged: await damagedTexts() };
}

async function damagedTexts(): Promise<TextsUpkeep["damaged"]> {
  try {
    const aside = (await liveDocumentsIfOpen()?.states.aside()) ?? [];
    if (aside.length === 0) return [];
    const documents = await database().read.document.findMany({
      where: { id: { in: aside.map(({ document }) => document) } },
      select: { id: true, network: { select: { name: true } } },
    });
    const networks = new Map(documents.map(({ id, network }) => [id, network.name]));
    return aside
      .map(({ document: id, frames: parts }) => ({ id, network: networks.get(id) ?? "", parts }))
      .sort((one, other) => other.parts - one.parts);
  } catch (error) {
    log().warn({ error }, "what was set aside of texts cannot be read");
    return null;
  }
}

/** Whether what people write is saved. For whoever watches over the server. */
export function areTextsSaved(): boolean {
  return liveDocumentsIfOpen()?.log.state().kind !== "failing";
}
