// Inviting many at once: first what would happen, row by row, then all that can be sent.
import { isLanguage } from "~/i18n/languages";
import { now } from "~/platform/clock";
import { database, type Reader } from "~/platform/db.server";
import { newId } from "~/platform/id";
import { oneLine } from "~/text/line";
import { nameLimit } from "../accounts/account";
import { Email } from "../accounts/account-orders";
import type { Member } from "../access/member";
import { change, tellAgain } from "../activity/activities.server";
import { forbidden, type FieldWrong } from "../refusal";
import { dayOf, isDay } from "./calendar-day";
import type { BulkColumn, BulkOutcome, BulkRow, CellWrong } from "./bulk-invitation";
import { cellWords, type CellWords } from "./cell-words.server";
import { mayOffer, mayOfferAny } from "./invitation";
import type { InviteMember } from "./invitation-orders";
import { mailInvitation } from "./invitation-mail.server";
import { newToken } from "./invitation-tokens.server";
import { insertInvitation, madeActivity } from "./invitations.server";
import { groundOf, wrongWith, type Ground } from "./inviting.server";
import { citiesOfRole, readPlaces, type Place } from "./places.server";

/** Rows written in one transaction: others' changes go in between. */
const atOnce = 25;

/** What would happen with each row. Writes and sends nothing. Refuses `forbidden` whoever may offer no role. */
export async function previewInvitations(member: Member, rows: BulkRow[]): Promise<BulkOutcome[]> {
  if (!mayOfferAny(member)) throw forbidden();
  return (await judge(database().read, member, rows)).map(({ outcome }) => outcome);
}

/**
 * Judges every row afresh and invites where nothing stands in the way; the mails go out one after the other once all is written. The
 * outcomes say what was done. Refuses `forbidden` as above.
 */
export async function sendInvitations(member: Member, rows: BulkRow[]): Promise<BulkOutcome[]> {
  if (!mayOfferAny(member)) throw forbidden();
  const judged = await judge(database().read, member, rows);
  const orders = judged.flatMap(({ order }) => (order ? [order] : []));
  const made: Array<{ id: string; token: string }> = [];
  for (let start = 0; start < orders.length; start += atOnce)
    made.push(...(await inviteAll(member, orders.slice(start, start + atOnce))));
  void mailAll(member, made);
  return judged.map(({ outcome }) => outcome);
}

async function inviteAll(
  member: Member,
  orders: InviteMember[],
): Promise<Array<{ id: string; token: string }>> {
  const { id: networkId } = member.network;
  return change(async (transaction, record) => {
    const made: Array<{ id: string; token: string }> = [];
    const emails = orders.map(({ email }) => email);
    const ground = await groundOf(transaction, networkId, emails);
    for (const order of orders) {
      // Somebody else may have invited the same person in this very moment.
      if (wrongWith(ground, order)) continue;
      const token = newToken();
      const id = newId();
      await insertInvitation(transaction, { id, networkId, invitedById: member.personId }, order, token);
      await record(madeActivity(member, id, order));
      made.push({ id, token: token.token });
    }
    return made;
  });
}

/** Mails one after the other. Now and then the open lists are told to look again: they show which have gone out. */
async function mailAll(member: Member, made: Array<{ id: string; token: string }>): Promise<void> {
  for (const [index, { id, token }] of made.entries()) {
    await mailInvitation(id, token);
    if ((index + 1) % atOnce !== 0 && index + 1 < made.length) continue;
    tellAgain({ kind: "member-invited", id }, [{ room: "managers", networkId: member.network.id }]);
  }
}

interface Judged {
  outcome: BulkOutcome;
  order?: InviteMember;
}

async function judge(reader: Reader, member: Member, rows: BulkRow[]): Promise<Judged[]> {
  const today = dayOf(now());
  const places = await readPlaces(member.network.id);
  const words = cellWords([...places.values()].filter(({ until }) => until === null || until >= today));
  const emails = rows.map(({ cells }) => Email.safeParse(cells.email ?? "").data ?? "").filter(Boolean);
  const ground = await groundOf(reader, member.network.id, [...new Set(emails)]);
  const seen = new Set<string>();
  return rows.map((row) => {
    const judged = judgeRow(member, { ground, words, places }, row);
    if (!judged.order) return judged;
    const { email, role, partnershipIds } = judged.order;
    const same = [email, role, ...[...partnershipIds].sort()].join(" ");
    if (seen.has(same)) return { outcome: { ...known(row), kind: "twice" } };
    seen.add(same);
    return judged;
  });
}

interface Known {
  ground: Ground;
  words: CellWords;
  places: Map<string, Place>;
}

function judgeRow(member: Member, { ground, words, places }: Known, row: BulkRow): Judged {
  const { cells } = row;
  const wrongs: CellWrong[] = [];
  const refuse = (column: BulkColumn, wrong: FieldWrong) =>
    wrongs.push({ column, cell: cells[column] ?? "", reason: "refused", wrong });
  const misread = (column: BulkColumn, cell: string, reason: "unknown" | "ambiguous" | "not-yours") =>
    wrongs.push({ column, cell, reason });

  const email = Email.safeParse(cells.email ?? "").data;
  if (email === undefined) refuse("email", { key: cells.email ? "badEmail" : "required" });
  const name = oneLine(cells.name ?? "");
  if (name.length > nameLimit)
    refuse("name", { key: "tooLong", values: { limit: nameLimit, count: nameLimit } });
  const role = words.role(cells.role ?? "");
  if (role === undefined) {
    if (cells.role) misread("role", cells.role, "unknown");
    else refuse("role", { key: "required" });
  }
  const partners = citiesIn(cells.city ?? "", words, misread);
  const ownLanguage = isLanguage(member.language) ? member.language : "en";
  const language = cells.language ? words.language(cells.language) : ownLanguage;
  if (language === undefined) misread("language", cells.language ?? "", "unknown");
  const until = cells.until ?? null;
  if (until !== null && !isDay(until)) refuse("until", { key: "badDay" });
  if (email === undefined || role === undefined || language === undefined || wrongs.length > 0)
    return { outcome: { ...known(row), kind: "wrong", wrongs } };

  const partnershipIds = partners.map(({ partnershipId }) => partnershipId);
  const order = { email, name, role, partnershipIds, localGroupId: null, until, language };
  const told = { ...known(row), email };
  if (!mayOffer(member, role, partnershipIds)) {
    const column = mayOffer(member, role, []) ? "city" : "role";
    misread(column, cells[column] ?? "", "not-yours");
    return { outcome: { ...told, kind: "wrong", wrongs } };
  }
  const wrong = wrongWith(ground, order);
  if (wrong?.field === "email")
    return { outcome: { ...told, kind: wrong.wrong.key === "alreadyMember" ? "member" : "invited" } };
  if (wrong) {
    refuse(wrong.field === "until" ? "until" : "city", wrong.wrong);
    return { outcome: { ...told, kind: "wrong", wrongs } };
  }
  const cities = citiesOfRole(places, role, partnershipIds, member.language);
  return { order, outcome: { ...told, name, kind: "invite", role, cities, language, until } };
}

/** Several cities of an expert stand in one cell, parted by a comma, a semicolon or a line. */
function citiesIn(
  cell: string,
  words: CellWords,
  misread: (column: "city", cell: string, reason: "unknown" | "ambiguous") => void,
): Place[] {
  const names = cell.split(/[,;|]/u).map((name) => name.trim());
  return names.filter(Boolean).flatMap((name) => {
    const [place, another] = words.partners(name);
    if (place && !another) return [place];
    misread("city", name, place ? "ambiguous" : "unknown");
    return [];
  });
}

function known({ line, cells }: BulkRow) {
  return { line, email: cells.email ?? "", name: cells.name ?? "" };
}
