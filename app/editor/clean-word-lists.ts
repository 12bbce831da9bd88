// Word writes lists as paragraphs that bear their marker as text; here they become lists again.
import { rename, styleOf } from "./clean-element";

interface Item {
  level: number;
  isNumbered: boolean;
  isTask: boolean;
  isChecked: boolean;
  number: number;
  list: string;
}

/** Paragraphs of a Word list become nested lists; numbered ones begin with their first number. */
export function wordLists(body: HTMLElement): void {
  const groups = groupsOf(body);
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const open: Array<{ level: number; element: Element; item: Item }> = [];
    for (const paragraph of group) {
      const item = itemOf(paragraph);
      while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
      let now = open.at(-1);
      const isOther = now && (now.item.isNumbered !== item.isNumbered || now.item.isTask !== item.isTask);
      if (!now || item.level > now.level || (isOther && item.level === now.level)) {
        if (now && item.level <= now.level) open.pop();
        const element = listFor(body, item);
        const above = open.at(-1)?.element.lastElementChild;
        if (above) above.append(element);
        else first.before(element);
        if (!above && now) paragraph.before(element);
        now = { level: item.level, element, item };
        open.push(now);
      }
      const entry = body.ownerDocument.createElement("li");
      if (item.isTask) {
        entry.setAttribute("data-type", "taskItem");
        entry.setAttribute("data-checked", String(item.isChecked));
      }
      now.element.append(entry);
      entry.append(paragraph);
      if (paragraph.tagName !== "P") rename(paragraph, "p");
    }
  }
  // The numbers of headings are not words of theirs.
  for (const marker of body.querySelectorAll("[style]"))
    if (styleOf(marker).includes("mso-list:ignore")) marker.remove();
}

/** Neighbouring paragraphs that belong to lists. */
function groupsOf(body: HTMLElement): Element[][] {
  const groups: Element[][] = [];
  let group: Element[] = [];
  for (const element of body.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6")) {
    if (!isListed(element)) continue;
    if (group.length > 0 && element.previousElementSibling !== group.at(-1)) {
      groups.push(group);
      group = [];
    }
    group.push(element);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function isListed(element: Element): boolean {
  // A numbered heading stays a heading.
  if (/^H[1-6]$/.test(element.tagName)) return false;
  return /mso-list:l\d+level\d/.test(styleOf(element)) && !element.closest("li");
}

function itemOf(paragraph: Element): Item {
  const style = styleOf(paragraph);
  const [, list = "", level = "1"] = /mso-list:(l\d+)level(\d)/.exec(style) ?? [];
  const ignored = [...paragraph.querySelectorAll("[style]")].find((one) =>
    /mso-list:ignore/.test(styleOf(one)),
  );
  const marker = (ignored?.textContent ?? "").replace(/[\s\u00a0]+/g, "");
  ignored?.remove();
  const number = /^\(?(\d{1,9})[.)]/.exec(marker);
  return {
    level: Number(level),
    list,
    isNumbered: /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker),
    isTask: /^[☐☑☒]$/.test(marker),
    isChecked: /^[☑☒]$/.test(marker),
    number: Number(number?.[1] ?? 1),
  };
}

function listFor(body: HTMLElement, item: Item): Element {
  const element = body.ownerDocument.createElement(item.isNumbered ? "ol" : "ul");
  if (item.isTask) element.setAttribute("data-type", "taskList");
  if (item.isNumbered && item.number !== 1) element.setAttribute("start", String(item.number));
  return element;
}
