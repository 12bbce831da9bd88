// Keeps with the file what stands in no text: whose it is and whether those shown on it agreed, by the same order as the gallery.

export interface AboutFile {
  /** The file's. */
  id: string;
  alt: string;
  caption: string;
  licence: string;
  consent: string;
}

/** Whether it was kept. Never rejects. */
export async function keepAbout(address: string, { alt, ...about }: AboutFile): Promise<boolean> {
  try {
    const body = new URLSearchParams({ intent: "describe", altText: alt, ...about });
    // Whoever sends a form is led on to a page, which nobody needs here.
    const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
    return answer.ok || answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}
