// A box typed at the beginning of a list's item makes a task of it; the items before and behind it stay what they are.
import { Fragment, type Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";

/** Takes what was typed for the box out of the item in which it begins. Answers false, with nothing done, where that is in no item's first paragraph. */
export function itemToTask(
  transaction: Transaction,
  typed: { from: number; to: number },
  checked: boolean,
): boolean {
  const at = transaction.doc.resolve(typed.from);
  const depth = at.depth - 1;
  if (at.depth < 3 || at.node(depth).type.name !== "listItem" || at.index(depth) > 0) return false;
  const { taskList, taskItem } = transaction.doc.type.schema.nodes;
  if (!taskList || !taskItem) return false;
  const begin = at.before(depth - 1);
  transaction.delete(typed.from, typed.to);
  const list = transaction.doc.resolve(begin).nodeAfter as Node;
  const place = at.index(depth - 1);
  const [before, item, behind] = [
    partOf(list, 0, place),
    list.child(place),
    partOf(list, place + 1, list.childCount),
  ];
  const attributes = { start: numberOf(list, place), loose: list.attrs.loose as boolean };
  const task = taskList.create(attributes, taskItem.create({ checked }, item.content));
  const parts = [before, task, behind].filter((part) => part !== null);
  transaction.replaceWith(begin, begin + list.nodeSize, Fragment.from(parts));
  const taskBegin = begin + (before?.nodeSize ?? 0);
  // Before the joining: the place moves with it.
  transaction.setSelection(TextSelection.create(transaction.doc, taskBegin + 3));
  if (!behind) joinAlike(transaction, taskBegin + task.nodeSize);
  if (!before) joinAlike(transaction, taskBegin);
  return true;
}

/** The list of these items, numbered on where it is numbered; null without any. */
function partOf(list: Node, from: number, to: number): Node | null {
  if (from === to) return null;
  const start = numberOf(list, from);
  const items = Array.from({ length: to - from }, (_, at) => list.child(from + at));
  return list.type.create(start === null ? list.attrs : { ...list.attrs, start }, items);
}

/** The number of an item; null in a list without. */
function numberOf({ type, attrs }: Node, place: number): number | null {
  return type.name === "orderedList" ? ((attrs.start as number | null) ?? 1) + place : null;
}

/** Makes one list of two lists of tasks without numbers that meet here. */
function joinAlike(transaction: Transaction, at: number): void {
  const { nodeBefore, nodeAfter } = transaction.doc.resolve(at);
  const isPlain = (node: Node | null) => node?.type.name === "taskList" && node.attrs.start === null;
  if (isPlain(nodeBefore) && isPlain(nodeAfter)) transaction.join(at);
}
