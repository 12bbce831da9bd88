// What can happen in Torg, by name; each happening is one row, and the feed has one sentence for each.

export const activityKinds = [
  "document-created",
  "document-saved",
  "document-published",
  "document-withdrawn",
  "comment-added",
  "comment-edited",
  "comment-deleted",
  "comment-restored",
  "password-changed",
  "password-reset",
  "profile-changed",
  "person-created",
  "document-shared",
  "document-unshared",
  "local-group-founded",
  "local-group-renamed",
  "local-group-ended",
  "member-invited",
  "invitation-resent",
  "invitation-revoked",
  "member-joined",
  "role-given",
  "role-end-changed",
  "role-ended",
  "handed-over",
  "person-deactivated",
  "person-reactivated",
  "administrator-made",
  "administrator-unmade",
  "demo-removed",
  "network-created",
  "network-described",
  "network-renamed",
  "network-closed",
  "network-reopened",
  "network-archived",
  "network-unarchived",
  "phase-added",
  "phase-changed",
  "phase-moved",
  "phase-removed",
  "phase-extended",
  "phase-extension-taken-back",
  "phase-gate-added",
  "phase-gate-done",
  "phase-gate-undone",
  "phase-gate-removed",
  "city-changed",
  "partnership-added",
  "partnership-changed",
  "partnership-ended",
  "partnership-replaced",
  "budget-changed",
  "element-marked",
  "element-unmarked",
  "template-changed",
  "template-reset",
  "address-changed",
  "document-narrowed",
  "document-named",
  "document-unnamed",
  "visit-replied",
  "visit-added-to",
  "visit-signed",
  "visit-sealed",
  "reflection-kept",
  "reflection-changed",
  "reflection-shared",
  "reflection-unshared",
  "document-renamed",
  "document-moved",
  "document-archived",
  "document-unarchived",
  "document-trashed",
  "document-restored",
  "document-purged",
  "document-followed",
  "version-named",
  "file-added",
  "file-described",
  "file-replaced",
  "file-removed",
  "file-restored",
  "file-erased",
  "publication-withdrawn",
  "version-brought-back",
  "version-taken-back",
  "comment-resolved",
  "comment-reopened",
  "comment-assigned",
  "comment-unassigned",
  "deliverable-added",
  "deliverable-set-begun",
  "deliverable-changed",
  "deliverable-dropped",
  "deliverable-asked-again",
  "deliverable-due-set",
  "deliverable-not-applicable",
  "deliverable-applicable",
  "deliverable-given",
  "deliverable-linked",
  "deliverable-begun",
  "deliverable-handed-in",
  "deliverable-advised",
  "deliverable-sent-back",
  "deliverable-accepted",
  "deliverable-submitted",
  "deliverable-returned",
  "deliverable-approved",
  "deliverable-step-taken-back",
  "deliverable-risk-days-set",
  "task-done",
  "task-reopened",
] as const;

/** After these fewer people read a text than before: all who have it open are judged afresh. */
export const narrowingKinds: readonly string[] = [
  "document-withdrawn",
  "publication-withdrawn",
  "document-unshared",
  "document-narrowed",
  "document-moved",
  "document-trashed",
] satisfies ActivityKind[];

export type ActivityKind = (typeof activityKinds)[number];

/**
 * Who may hear that something happened (never what): those who read a partner's working texts, those who read what it shares with
 * its local groups, those who read what it opens to the network, those who read its published ones, those who read only what it
 * publishes for everybody (always along with "published"), those who are named on one document, those who see its money, those who see how its deliverables stand, those who manage members, everybody in a network, or one person.
 * Of a remark for experts alone: those of them among the readers of these openings of its text, and single persons.
 */
export type Audience =
  | {
      room: "experts-working" | "experts-published";
      partnershipId: string;
      openings: readonly TextOpening[];
      personIds: string[];
    }
  | { room: "working"; partnershipId: string }
  | { room: "group"; partnershipId: string }
  | { room: "open"; partnershipId: string }
  | { room: "named"; partnershipId: string; personIds: string[] }
  | { room: "finance"; partnershipId: string }
  | { room: "deliverables"; partnershipId: string }
  | { room: "managers"; networkId: string }
  | { room: "published"; partnershipId: string }
  | { room: "public"; partnershipId: string }
  | { room: "network"; networkId: string }
  | { room: "person"; personId: string };

/** How far a text is open: each is a room of those who read it by that. */
export type TextOpening = "working" | "group" | "open" | "published" | "public";

/** What leaves the server when something happened: a kind and the id of the document (or else the person) concerned, nothing of the content. */
export interface Announcement {
  /** "notices-changed": nothing happened to anything, but the notices of the person concerned are others now. */
  kind: ActivityKind | "notices-changed";
  id: string;
  /** The partner whose deliverable it is: said to those alone who see how its deliverables stand. */
  partnershipId?: string;
}
