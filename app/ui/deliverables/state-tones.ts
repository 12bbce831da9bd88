// The shape and colour of each state of a deliverable.
import type { DeliverableState } from "~/domain/deliverables/deliverable";
import type { StateTone } from "../state-mark";

export const stateTones: Record<DeliverableState | "not-applicable", StateTone> = {
  "not-started": "quiet",
  drafting: "going",
  "handed-in": "going",
  "changes-requested": "soon",
  accepted: "ok",
  submitted: "ok",
  returned: "soon",
  approved: "ok",
  "not-applicable": "quiet",
};
