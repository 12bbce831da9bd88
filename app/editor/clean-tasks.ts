// Boxes to tick, as other programs write them at the head of a list's item, become tasks.

/** A list is one of tasks where each of its items begins with a box; other boxes go. */
export function convertedTasks(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ul, ol")) {
    const items = [...list.children].filter(({ tagName }) => tagName === "LI");
    const boxes = items.map((item) => boxOf(item));
    if (items.length === 0 || boxes.some((box) => box === null)) continue;
    const tasks = body.ownerDocument.createElement("ul");
    tasks.setAttribute("data-type", "taskList");
    for (const [index, item] of items.entries()) {
      const isChecked = boxes[index] ?? false;
      item.setAttribute("data-type", "taskItem");
      item.setAttribute("data-checked", String(isChecked));
      item.querySelector("input[type=checkbox]")?.remove();
      for (const label of item.querySelectorAll("label")) label.replaceWith(...label.childNodes);
      tasks.append(item);
    }
    list.replaceWith(tasks);
  }
  for (const box of body.querySelectorAll("input")) box.remove();
}

/** Whether the box is ticked; null where the item has none of its own. */
function boxOf(item: Element): boolean | null {
  if (item.getAttribute("role") === "checkbox") return item.getAttribute("aria-checked") === "true";
  if (item.getAttribute("data-type") === "taskItem") return item.getAttribute("data-checked") === "true";
  const box = item.querySelector("input[type=checkbox]");
  return box && box.closest("li") === item ? box.hasAttribute("checked") : null;
}
