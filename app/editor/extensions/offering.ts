// While one writes @ or [[, offers the members and documents meant, without taking the focus out of the text.
import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isFromOthers } from "./from-others";

export type OfferKind = "person" | "document";

/** What is being asked for, and where it stands in the text, its sign included. */
export interface Asked {
  kind: OfferKind;
  question: string;
  from: number;
  to: number;
}

interface OfferingState {
  asked: Asked | null;
  /** Where it was waved away, until the sign there is gone. */
  dismissed: number | null;
}

/** Told of every change; `onKey` answers whether the list took the key. */
export interface OfferingOptions {
  onAsked(asked: Asked | null): void;
  onKey(event: KeyboardEvent): boolean;
}

const key = new PluginKey<OfferingState>("offering");

/** A sign that begins a question; what follows it is the question. */
const signs: ReadonlyArray<{ kind: OfferKind; pattern: RegExp }> = [
  { kind: "document", pattern: /\[\[([^[\]\ufffc]{0,60})$/u },
  { kind: "person", pattern: /(?:^|[\s(\ufffc])@((?:[\p{L}\p{N}'’.-]+ ?){0,3})$/u },
];

export const Offering = Extension.create<OfferingOptions>({
  name: "offering",
  addOptions: () => ({ onAsked: () => undefined, onKey: () => false }),
  addProseMirrorPlugins() {
    const { onAsked, onKey } = this.options;
    return [
      new Plugin<OfferingState>({
        key,
        state: { init: () => ({ asked: null, dismissed: null }), apply: next },
        view: () => ({
          update(view, before) {
            const asked = view.editable ? askedIn(view.state) : null;
            if (asked !== askedIn(before)) onAsked(asked);
          },
          destroy: () => onAsked(null),
        }),
        props: {
          handleKeyDown: (view, event) => askedIn(view.state) !== null && onKey(event),
          handleDOMEvents: {
            blur: (view) => {
              if (askedIn(view.state)) dismissOffer(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});

export function askedIn(state: EditorState): Asked | null {
  return key.getState(state)?.asked ?? null;
}

/** Offers nothing more at this sign. */
export function dismissOffer(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, "dismiss"));
}

function next(tr: Transaction, before: OfferingState): OfferingState {
  const dismissed = before.dismissed === null ? null : tr.mapping.map(before.dismissed, -1);
  if (tr.getMeta(key) === "dismiss") return { asked: null, dismissed: before.asked?.from ?? dismissed };
  const asked = asking(tr);
  if (!asked) return before.asked || before.dismissed !== null ? { asked: null, dismissed: null } : before;
  if (asked.from === dismissed) return { asked: null, dismissed };
  // Going by with the caret asks nothing; writing does.
  if (!before.asked && (!tr.docChanged || isFromOthers(tr))) return { asked: null, dismissed };
  const same = before.asked;
  const isSame = same && same.from === asked.from && same.to === asked.to && same.question === asked.question;
  return { asked: isSame ? same : asked, dismissed: null };
}

function asking({ selection }: Transaction): Asked | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const start = Math.max(0, $from.parentOffset - 100);
  const text = $from.parent.textBetween(start, $from.parentOffset, "", "\ufffc");
  for (const { kind, pattern } of signs) {
    const match = pattern.exec(text);
    if (!match) continue;
    const question = match[1] ?? "";
    const sign = kind === "person" ? 1 : 2;
    return { kind, question, from: $from.pos - question.length - sign, to: $from.pos };
  }
  return null;
}
