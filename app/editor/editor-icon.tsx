// The signs of the editor's toolbar, drawn as those of the house; they come with the editor only.

const paths = {
  comment: "M3.500 4h13v9.500H10L6.500 17v-3.500h-3V4Z",
  bold: "M6 4h4.5a3 3 0 0 1 0 6H6V4Zm0 6h5.5a3 3 0 0 1 0 6H6v-6Z",
  italic: "M8.5 4H14M6 16h5.5M11.5 4l-3 12",
  strike:
    "M4 10h12M13.5 6.2C13 4.8 11.700 4 10 4 8 4 6.500 5 6.500 6.700c0 .9.4 1.500 1 2M6.300 13.500c.4 1.600 1.800 2.500 3.800 2.500 2.200 0 3.700-1.100 3.700-2.900 0-.4-.1-.8-.2-1.100",
  code: "m7 6-4 4 4 4m6-8 4 4-4 4",
  bullets: "M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01",
  numbers:
    "M9 5h8M9 10h8M9 15h8M3.500 3.500 4.500 3v4M3.300 13.200c.3-.7 1.900-.7 1.900.4 0 .9-1.900 1.500-1.900 2.900h2",
  tasks: "M3 3.500h4v4H3v-4Zm0 9h4v4H3v-4Zm7-7h7m-7 9h7M3.700 5.500l1 1 2-2.500",
  link: "M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1m1.300 3a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1-1",
  picture: "M3 4.500h14v11H3v-11Zm0 8.500 4-4 3.500 3.500L13 10l4 4M12.500 7.500h.01",
  redo: "m12.500 4 4 4-4 4m4-4h-8a4.500 4.500 0 0 0 0 9H12",
  undo: "M7.500 4 3.500 8l4 4m-4-4h8a4.500 4.500 0 0 1 0 9H8",
  find: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.500-1.500L17 17",
  markdown: "M2.500 14.500v-9L6 10l3.500-4.500v9m5-9v8.500m-2.500-2.500 2.500 2.500 2.500-2.500",
  writers:
    "M6.500 9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm-4 7c0-2.600 1.600-4.200 4-4.200s4 1.600 4 4.200M13 5.500h4.500M13 10h4.500m-4.500 4.500h4.500",
} as const;

export type EditorIconName = keyof typeof paths;

/** Decoration only: the button around it bears the name. */
export function EditorIcon({ name }: { name: EditorIconName }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={18}
      height={18}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "bold" ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
