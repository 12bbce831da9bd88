// Keeps what tells of writers out of the editor until somebody wants to be told.
import { later } from "~/ui/later";
import type { WhoWroteProps } from "./who-wrote";

export const WhoWroteLater = later<WhoWroteProps>(async () => (await import("./who-wrote")).WhoWrote);
