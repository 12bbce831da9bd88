/** Task lists: `- [ ] Invite the local group` shows a box that tells its state and cannot be clicked. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { isVisible, textOf } from "~/text/visible-text";

const box = /^\[([ xX])\][ \t]+/;

function markTasks(state: StateCore): void {
  const lists: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    if (/^(?:bullet|ordered)_list_open$/.test(token.type)) lists.push(token);
    else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop();
    if (token.type !== "list_item_open" || state.tokens[index + 1]?.type !== "paragraph_open") continue;
    const inline = state.tokens[index + 2];
    const marker = inline?.children ? box.exec(inline.content)?.[0] : undefined;
    if (marker === undefined || !becomesTask(state, inline?.children ?? [], marker)) continue;
    token.attrSet("class", "task");
    lists.at(-1)?.attrSet("class", "task-list");
  }
}

/** The words become the box's label, so that it is announced with them; a box without words stays text. */
function becomesTask(state: StateCore, children: Token[], marker: string): boolean {
  const [first] = children;
  if (first?.type !== "text" || !first.content.startsWith(marker)) return false;
  if (!isVisible(textOf(children).slice(marker.length))) return false;
  first.content = first.content.slice(marker.length);
  const checkbox = new state.Token("task_box", "input", 0);
  checkbox.attrs = [
    ["type", "checkbox"],
    ["disabled", ""],
  ];
  if (marker[1] !== " ") checkbox.attrPush(["checked", ""]);
  const space = new state.Token("text", "", 0);
  space.content = " ";
  children.unshift(new state.Token("task_label_open", "label", 1), checkbox, space);
  children.push(new state.Token("task_label_close", "label", -1));
  return true;
}

export function tasks(md: MarkdownIt): void {
  md.core.ruler.push("tasks", markTasks);
}
