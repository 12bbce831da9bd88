// Links of an address and a title alone, which lead only where the dialect lets them; made by typing, pasting or the dialog.
import { InputRule, Mark, mergeAttributes } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { judgeHref } from "~/text/href";

const whole = /^https?:\/\/\S+$/i;

export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,

  addAttributes: () => ({
    href: { default: "", parseHTML: (element) => element.getAttribute("href") ?? "" },
    title: { default: null },
  }),

  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => (judgeHref(element.getAttribute("href") ?? "") ? null : false),
    },
  ],

  renderHTML({ mark, HTMLAttributes }) {
    // Whoever else writes may put in any address: one that is refused is shown as words.
    const leadsTo = judgeHref(String(mark.attrs.href));
    if (!leadsTo) return ["span", { class: "refused-link" }, 0];
    const rel = leadsTo === "external" ? { rel: "noopener noreferrer nofollow" } : {};
    return ["a", mergeAttributes(HTMLAttributes, rel), 0];
  },

  addInputRules() {
    return [
      // `[words](address)`
      new InputRule({
        find: /\[([^\]]+)\]\((\S+)\)$/,
        handler: ({ state, range, match: [, words = "", href = ""] }) => {
          if (!judgeHref(href)) return null;
          const { tr } = state;
          tr.replaceWith(range.from, range.to, state.schema.text(words, [this.type.create({ href })]));
          tr.removeStoredMark(this.type);
        },
      }),
      // An address, when the space after it is typed.
      new InputRule({
        find: /(?:^|\s)(https?:\/\/[^\s]+?)([.,;:!?)]*)\s$/i,
        handler: ({ state, range, match }) => {
          const [all, href = "", after = ""] = match;
          if (judgeHref(href) !== "external") return null;
          const from = range.from + all.indexOf(href);
          state.tr
            .addMark(from, from + href.length, this.type.create({ href }))
            .insertText(" ", from + href.length + after.length, range.to)
            .removeStoredMark(this.type);
        },
      }),
    ];
  },

  addProseMirrorPlugins() {
    const { type, editor } = this;
    return [
      new Plugin({
        props: {
          // An address pasted upon words makes them a link.
          handlePaste(view, event) {
            const href = event.clipboardData?.getData("text/plain").trim() ?? "";
            const { from, to, empty, $from, $to } = view.state.selection;
            if (empty || !$from.sameParent($to) || !whole.test(href) || !judgeHref(href)) return false;
            if (!$from.parent.type.allowsMarkType(type)) return false;
            view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
            return true;
          },
          handleClick(_view, _position, event) {
            const link = event.target instanceof Element ? event.target.closest("a") : null;
            const isAskedFor = event.ctrlKey || event.metaKey || !editor.isEditable;
            if (!link || !isAskedFor || event.button !== 0) return false;
            event.preventDefault();
            window.open(link.href, "_blank", "noopener,noreferrer");
            return true;
          },
        },
      }),
    ];
  },
});
