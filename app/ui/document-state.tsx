// The state of a document as word, shape and colour.
import type { DocumentState } from "~/domain/documents/document";
import { useT } from "~/i18n/use-t";
import { StateMark, type StateTone } from "./state-mark";

const tones: Record<DocumentState, StateTone> = {
  draft: "quiet",
  signed: "ok",
  published: "ok",
  "changed-since-published": "going",
};

export function DocumentStateMark({ state }: { state: DocumentState }) {
  const t = useT("documents");
  return <StateMark tone={tones[state]} word={t(`state.${state}`)} />;
}

/** Beside a state that says something else: that both sides of a visit have signed this text. */
export function SignedMark() {
  const t = useT("documents");
  return <StateMark tone="ok" word={t("state.signed")} />;
}
