// The house's own signs, drawn on a grid of 20 with a line of 1.5; always beside a word or named by its button.

const paths = {
  menu: "M3 5.5h14M3 10h14M3 14.5h9",
  bell: "M5 14V9a5 5 0 0 1 10 0v5l1.5 1h-13L5 14Zm3.5 4h3",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.5-1.5L17 17",
  close: "m5 5 10 10M15 5 5 15",
  "chevron-down": "m5.5 8 4.5 4.5L14.5 8",
  "chevron-right": "m8 5.5 4.5 4.5L8 14.5",
  "chevron-up": "m5.5 12 4.5-4.5 4.5 4.5",
  "chevron-left": "M12 5.5 7.5 10l4.5 4.5",
  "up-down": "m6.5 8 3.5-3.5L13.5 8m-7 4 3.5 3.5 3.5-3.5",
  check: "m4 10.5 4 4 8-9",
  plus: "M10 4v12M4 10h12",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  edit: "M4 16l.8-3.4L13.4 4l2.6 2.6-8.6 8.6L4 16Zm7.6-10.2 2.6 2.6",
  comment: "M3.5 4h13v9.5H10L6.5 17v-3.5h-3V4Z",
  reply: "M8 5 3.5 9.5 8 14m-4-4.5h7a5 5 0 0 1 5 5V16",
  print: "M6 7V3.5h8V7M6 14H3.5V7h13v7H14m-8-2.5h8V17H6v-5.5Z",
  contents: "M4 5h12M7 10h9M7 15h9",
  note: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-3.5V9.5M10 6.7v.01",
  done: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-3-6.8 2.2 2.2L13.2 8",
  soon: "M10 3.5 17 16H3L10 3.5Zm0 5v3.5m0 2v.01",
  problem: "M7.1 3h5.8L17 7.1v5.8L12.9 17H7.1L3 12.9V7.1L7.1 3Zm2.9 3.5V11m0 2.4v.01",
  people:
    "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5 7c0-3 2-4.5 5-4.5s5 1.5 5 4.5m0-7.2a2.7 2.7 0 0 0 0-5.4m2 8.4c1.9.5 3 1.9 3 4.2",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  saved: "M5 10.5 8.5 14 15 6.5",
  saving: "M10 3v4m0 6v4m7-7h-4M7 10H3",
  device: "M3 4h14v9H3V4Zm4 12.5h6",
  offline: "M3 8.5a10 10 0 0 1 14 0M6 11.5a6 6 0 0 1 8 0M10 15v.01M4 16 16 4",
  external: "M8 4H4v12h12v-4m-5-8h5v5m0-5-7 7",
  keyboard: "M2.5 5.5h15v9h-15v-9ZM6 8.5h.01M10 8.5h.01M14 8.5h.01M6.5 11.7h7",
  undo: "M7.5 4 3.5 8l4 4m-4-4h8a4.5 4.5 0 0 1 0 9H8",
  leave: "M8 4H4v12h4m4-9 3.5 3-3.5 3m3-3H8.5",
  bin: "M3.5 5.5h13M8 5V3.5h4V5m2.5.5-.7 11H6.2l-.7-11M8.5 9v4.5M11.5 9v4.5",
  sun: "M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-10v1.5m0 11V17m7-7h-1.5m-11 0H3m11.95-4.95L13.9 6.1m-7.8 7.8-1.05 1.05m0-9.9L6.1 6.1m7.8 7.8 1.05 1.05",
  moon: "M16 12.3A6.5 6.5 0 0 1 7.7 4 6.5 6.5 0 1 0 16 12.3Z",
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  name: IconName;
  /** Pixels; 20 where it stands alone, 16 within a line of text. */
  size?: number;
  className?: string;
}

/** Decoration only: hidden from screen readers, so a word must stand beside it or name its button. */
export function Icon({ name, ...look }: IconProps) {
  return <Drawn {...look} path={paths[name]} isDotted={name === "more"} />;
}

/** The same for a sign that few screens show and that is therefore drawn where it is needed. */
export function Drawn({
  path,
  size = 18,
  className,
  isDotted = false,
}: Omit<IconProps, "name"> & { path: string; isDotted?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={isDotted ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ?? "shrink-0"}
    >
      <path d={path} />
    </svg>
  );
}
