// Whether the ground still carries: asked by the health address.
import { database } from "./db.server";

/** True only while the database answers. */
export function databaseAnswers(): Promise<boolean> {
  return database().isAlive();
}
