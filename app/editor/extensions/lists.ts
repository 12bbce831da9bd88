// Lists, with what our dialect knows of them besides: whether their items stand apart, and the first number of numbered tasks.
import type { Node } from "@tiptap/pm/model";
import { type Attribute, wrappingInputRule } from "@tiptap/core";
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";

const loose: Attribute = {
  default: false,
  parseHTML: (element) => element.dataset.loose === "true",
  renderHTML: ({ loose }) => (loose ? { "data-loose": "true" } : {}),
};

const start: Attribute = {
  default: null,
  parseHTML: (element) => Number.parseInt(element.dataset.start ?? "", 10) || null,
  renderHTML: ({ start }) => (start === null ? {} : { "data-start": start }),
};

/** What a screen reader calls the box: the words of its task, in whichever language they are. */
function taskName(task: Node): string {
  return task.firstChild?.textContent.trim() || "…";
}

export const listNodes = [
  BulletList.extend({
    addAttributes() {
      return { ...this.parent?.(), loose };
    },
  }),
  OrderedList.extend({
    addAttributes() {
      return { ...this.parent?.(), loose };
    },
  }),
  ListItem,
  TaskList.extend({
    addAttributes() {
      return { ...this.parent?.(), start, loose };
    },
  }),
  TaskItem.extend({
    addInputRules() {
      return [
        wrappingInputRule({
          find: /^\s*\[([ xX]?)\]\s$/,
          type: this.type,
          getAttributes: ([, sign]) => ({ checked: sign === "x" || sign === "X" }),
        }),
      ];
    },
  }).configure({ nested: true, a11y: { checkboxLabel: taskName } }),
  ListKeymap,
];
