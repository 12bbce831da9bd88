// Lists, with what our dialect knows of them besides: whether their items stand apart, and the first number of numbered tasks.
import { type Attribute, InputRule, wrappingInputRule } from "@tiptap/core";
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import type { Node } from "@tiptap/pm/model";
import { itemToTask } from "./item-to-task";

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

/** What is typed for a box, at the beginning of a paragraph. */
const box = /^\s*\[([ xX]?)\]\s$/;

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
      const isChecked = (sign?: string) => sign === "x" || sign === "X";
      return [
        // First: behind "- " there is an item already, which no box can be wrapped around.
        new InputRule({
          find: box,
          handler: ({ state, range, match }) =>
            itemToTask(state.tr, range, isChecked(match[1])) ? undefined : null,
        }),
        wrappingInputRule({
          find: box,
          type: this.type,
          getAttributes: ([, sign]) => ({ checked: isChecked(sign) }),
        }),
      ];
    },
  }).configure({ nested: true, a11y: { checkboxLabel: taskName } }),
  ListKeymap,
];
