// Where a list stands beside a place in the text.
import type { Editor } from "@tiptap/core";

/** CSS pixels: as wide and as high as a list becomes, and what stays free around it. */
const [widest, highest, margin, gap] = [320, 304, 8, 4];

/** Below the place, above it where there is no room; within the part of the window that is seen, a phone's keyboard apart. */
export function placeBeside(editor: Editor, position: number): Record<string, number> {
  const line = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
  const { innerWidth, innerHeight, visualViewport: seen } = window;
  const width = Math.min(widest, innerWidth - 2 * margin);
  const left = Math.max(margin, Math.min(line.left, innerWidth - width - margin));
  const top = seen?.offsetTop ?? 0;
  const below = top + (seen?.height ?? innerHeight) - line.bottom - gap - margin;
  const above = line.top - top - gap - margin;
  return below >= highest || below >= above
    ? { left, width, maxHeight: Math.min(highest, Math.max(0, below)), top: line.bottom + gap }
    : { left, width, maxHeight: Math.min(highest, above), bottom: innerHeight - line.top + gap };
}
