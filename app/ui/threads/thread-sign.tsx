// The signs of threads, drawn like the others and fetched with those who show threads.
import { Drawn, type IconProps } from "../icon";

const paths = {
  question:
    "M7.3 7.6a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.6 1.2-1.6 2.4m0 2.9v.01M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z",
  idea: "M7.5 14.5h5M8.3 17h3.4M7.5 14.5c0-2-2-2.9-2-5.7a4.5 4.5 0 0 1 9 0c0 2.8-2 3.7-2 5.7",
  praise: "M10 3.2l2 4.3 4.7.6-3.5 3.2.9 4.7-4.1-2.3L5.9 16l.9-4.7-3.5-3.2L8 7.5l2-4.3Z",
  link: "M8.3 11.7a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-.8.8m1.2 3.1a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l.8-.8",
  "must-fix": "M7.1 3h5.8L17 7.1v5.8L12.9 17H7.1L3 12.9V7.1L7.1 3Zm2.9 3.5V11m0 2.4v.01",
} as const;

export function ThreadSign({ name, ...look }: Omit<IconProps, "name"> & { name: keyof typeof paths }) {
  return <Drawn {...look} path={paths[name]} />;
}
