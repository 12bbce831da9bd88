// Keeps what is said about a text out of the editor until somebody has said something, or wants to.
import { later } from "~/ui/later";
import type { RemarksOfWritingProps } from "./remarks-of-writing";

export const RemarksLater = later<RemarksOfWritingProps>(
  async () => (await import("./remarks-of-writing")).RemarksOfWriting,
);
