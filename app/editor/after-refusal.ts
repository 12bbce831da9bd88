// What a window does where the server did not take what it said.
import type { TextRefusal } from "~/realtime/text-protocol";
import type { TextView } from "./text-view";

/**
 * After an edit, by why it was refused; undefined: there was no answer. `again`: sits down after a while and hands in anew; `join`: at once;
 * `wait`: keeps it until the disk is well; `renew`: this editor is too old; `begin-anew`: nothing that leans on it can ever be taken.
 */
export function afterRefusedEdit(refusal?: TextRefusal): "again" | "join" | "wait" | "renew" | "begin-anew" {
  switch (refusal) {
    case undefined:
    case "failed":
    case "too-fast":
      return "again";
    case "not-joined":
    case "closed":
      return "join";
    case "outdated":
      return "renew";
    case "not-now":
      return "wait";
    default:
      return "begin-anew";
  }
}

/** After joining. `end`: the text is not this person's to read; `too-long`: it can only be read; `other-client`: somebody else has this id. */
export function afterRefusedJoin(
  refusal: TextRefusal | undefined,
  phase: TextView["phase"],
): "end" | "too-long" | "other-client" | "again" {
  if (refusal === "not-found") return "end";
  if (refusal === "invalid" && phase === "opening") return "too-long";
  return refusal === "conflict" ? "other-client" : "again";
}
