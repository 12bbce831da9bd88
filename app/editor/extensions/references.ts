// A member named in the text and a document linked from it: each one thing, put in from what the search offers.
import { mergeAttributes, Node } from "@tiptap/core";

const said = (name: string) => ({
  default: "",
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? "",
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return {
      personId: { ...said("person"), renderHTML: ({ personId }) => ({ "data-person": personId }) },
      name: said("name"),
    };
  },
  parseHTML: () => [{ tag: "span[data-person]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes({ class: "mention" }, HTMLAttributes),
    `@${node.attrs.name}`,
  ],
  renderText: ({ node }) => `@${node.attrs.name}`,
});

export const DocumentLink = Node.create({
  name: "documentLink",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return {
      id: { ...said("document"), renderHTML: ({ id }) => ({ "data-document": id }) },
      title: said("title"),
    };
  },
  parseHTML: () => [{ tag: "span[data-document]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes({ class: "document-link" }, HTMLAttributes),
    node.attrs.title,
  ],
  renderText: ({ node }) => node.attrs.title,
});
