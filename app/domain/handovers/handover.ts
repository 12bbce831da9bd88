// What a handover is: one officer's open things, given to another in one step. Light enough for every screen.

/** A draft nobody else reads yet, a published text changed since, a remark without an answer, an invitation nobody accepted. */
export const openKinds = ["draft", "unpublished-changes", "comment", "invitation"] as const;
export type OpenKind = (typeof openKinds)[number];

/** What was open, as it is kept. Who may read its title is judged when it is shown. */
export interface OpenThing {
  kind: OpenKind;
  id: string;
  /** Of a text or of the person invited; of a remark, that of its text. */
  title: string;
  /** The text it belongs to. */
  documentId?: string;
}
