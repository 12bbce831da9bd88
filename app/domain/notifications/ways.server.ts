// How a person wants to hear of each kind of notices: their own business, and no happening.
import { database } from "~/platform/db.server";
import type { SignedIn } from "../accounts/sessions.server";
import { invalid } from "../refusal";
import { mailTimes, wayOf } from "./mail-times.server";
import { noticeKinds, waysOf, type NoticeKind, type NoticeWay } from "./notice";
import type { ChooseWays } from "./notice-orders";

export interface WayView {
  kind: NoticeKind;
  way: NoticeWay;
  ways: readonly NoticeWay[];
}

/** Every kind with its way. */
export async function readWays(own: SignedIn): Promise<WayView[]> {
  const noticeWays = await database().read.noticeWay.findMany({ where: { personId: own.person.id } });
  const times = mailTimes({ timeZone: own.person.timeZone, noticeWays });
  return noticeKinds.map((kind) => ({ kind, way: wayOf(kind, times), ways: waysOf(kind) }));
}

/** Sets the ways that are given. Refuses `invalid` a way that a kind does not have. */
export async function chooseWays(own: SignedIn, { way: chosen }: ChooseWays): Promise<void> {
  for (const kind of noticeKinds) {
    const way = chosen[kind];
    if (way !== undefined && !waysOf(kind).includes(way)) throw invalid("form", "unknownChoice");
  }
  await database().write(async (transaction) => {
    for (const kind of noticeKinds) {
      const way = chosen[kind];
      if (way === undefined) continue;
      const personId = own.person.id;
      await transaction.noticeWay.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, way },
        update: { way },
      });
    }
  });
}
