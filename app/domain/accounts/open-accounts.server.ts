// Gives the sign-in what only the start of the process knows.
import { forget, once } from "~/platform/once";
import type { AuthOptions } from "./auth.server";

/** Sets where people reach Torg and the secret that signs their cookies. Called once the port is known. */
export function openAccounts(options: AuthOptions): void {
  forget("auth");
  forget("auth-options");
  once("auth-options", () => options);
}
