// Where documents of a kind stand among the parts of a network: three kinds have a place of their own in the rail.
import type { DocumentKind } from "~/domain/documents/document";

const inRail = { "good-practice": "practices", "action-plan": "plans", "visit-note": "visits" } as const;

/** The word of the rail under which documents of this kind are found, and the address of that list within the network. */
export function placeOfKind(kind: DocumentKind | undefined): {
  word: "practices" | "plans" | "visits" | "documents";
  path: string;
} {
  const word = kind && kind in inRail ? inRail[kind as keyof typeof inRail] : "documents";
  return { word, path: kind && word !== "documents" ? `/documents?kind=${kind}` : "/documents" };
}

/** Where a document of this kind is begun; without one it is chosen there. */
export function newDocumentPath(network: string, kind?: DocumentKind): string {
  return kind ? `${network}/documents/new?kind=${kind}` : `${network}/documents/new`;
}
