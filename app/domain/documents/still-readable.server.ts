// Which of the texts that a device holds its person may still read: the others go from the device.
import { database } from "~/platform/db.server";
import type { Member } from "../access/member";
import { visibleWorkingTexts } from "../access/visible-to.server";

/**
 * Of these documents those whose working text the person, as one of these members, may read now. What does not exist, what lies in the
 * trash and what is not theirs are left out alike.
 */
export async function stillReadable(members: readonly Member[], ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    members.map((member) =>
      database().read.document.findMany({
        where: { AND: [{ id: { in: [...ids] } }, visibleWorkingTexts(member)] },
        select: { id: true },
      }),
    ),
  );
  return found.flat().map(({ id }) => id);
}
