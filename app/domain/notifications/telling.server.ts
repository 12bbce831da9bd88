// Tells the open windows of people that their notices are others now; they ask for them themselves.
import { tellAgain } from "../activity/activities.server";

/** Call after the commit. */
export function tellPeople(personIds: readonly string[]): void {
  for (const personId of personIds)
    tellAgain({ kind: "notices-changed", id: personId }, [{ room: "person", personId }]);
}
