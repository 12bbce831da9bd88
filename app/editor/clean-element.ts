// What cleaning asks of one element, and does to it.

/** The style as it was written, in small letters and without spaces. */
export function styleOf(element: Element): string {
  return (element.getAttribute("style") ?? "").toLowerCase().replace(/\s+/g, "");
}

/** What the style says of this property; empty where it says nothing. Word's own properties are not taken for those they resemble. */
export function styled(element: Element, property: string): string {
  const said = styleOf(element)
    .split(";")
    .find((one) => one.startsWith(`${property}:`));
  return said?.slice(property.length + 1) ?? "";
}

/** The same element under another name, in its place; attributes that no name allows are left out. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of [...element.attributes])
    if (/^[a-z][\w-]*$/.test(attribute)) renamed.setAttribute(attribute, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
