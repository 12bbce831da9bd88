// Writes everybody who may knock at a door straight into a house's database, each with a session, so that no form is needed.
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "~/domain/access/role";
import { callers, type Caller } from "../journeys/door/callers";
import { valueOf, type HouseRows } from "./house-rows";
import { visitor, type Visitor } from "./visitor";

interface Held {
  role?: Role;
  network?: string;
  /** The city's own name, for a role that belongs to one. */
  city?: string;
  /** As what they are named on Alytus's draft. */
  level?: "reader" | "commenter" | "writer";
  isEnded?: boolean;
  isDeactivated?: boolean;
  isAdministrator?: boolean;
  /** A person who is there already. */
  email?: string;
}

const here = "techrevolution";
const elsewhere = "digiplace";

const held: Record<Caller, Held | null> = {
  stranger: null,
  "signed-in stranger": {},
  "ended officer": { role: "project-officer", network: here, city: "Alytus", isEnded: true },
  "deactivated officer": { role: "project-officer", network: here, city: "Alytus", isDeactivated: true },
  "lead partner": { role: "lead-partner", network: here, city: "Barnsley" },
  officer: { email: "alytus@demo.torg" },
  colleague: { role: "project-officer", network: here, city: "Alytus" },
  "officer of another city": { role: "project-officer", network: here, city: "Rzeszów" },
  "lead expert": { role: "lead-expert", network: here },
  "ad-hoc expert": { role: "ad-hoc-expert", network: here, city: "Alytus" },
  "ad-hoc expert of another city": { role: "ad-hoc-expert", network: here, city: "Rzeszów" },
  "local group member": { role: "local-group-member", network: here, city: "Alytus" },
  "local group member of another city": { role: "local-group-member", network: here, city: "Rzeszów" },
  observer: { role: "observer", network: here },
  "named reader": { role: "lead-expert", network: here, level: "reader" },
  "named commenter": { role: "lead-expert", network: here, level: "commenter" },
  "named writer": { role: "lead-expert", network: here, level: "writer" },
  "lead partner elsewhere": { role: "lead-partner", network: elsewhere, city: "Messina" },
  "officer elsewhere": { role: "project-officer", network: elsewhere, city: "Ventspils" },
  "lead expert elsewhere": { role: "lead-expert", network: elsewhere },
  "ad-hoc expert elsewhere": { role: "ad-hoc-expert", network: elsewhere, city: "Ventspils" },
  "local group member elsewhere": { role: "local-group-member", network: elsewhere, city: "Ventspils" },
  "observer elsewhere": { role: "observer", network: elsewhere },
  administrator: { isAdministrator: true },
};

export interface CallersOfHouse {
  by(caller: Caller): Visitor;
  /** Somebody who holds these roles in both networks; nothing is closed to them but mixing the two. */
  everythingTwice: Visitor;
}

/** Enrols all callers in a house of the demo networks; those who are named, on this draft of Alytus. */
export function enrolCallers(
  house: { origin: string; folder: string },
  rows: HouseRows,
  draft: string,
): CallersOfHouse {
  const secret = readFileSync(join(house.folder, "secret"), "utf8").trim();
  let addresses = 0;
  const cameIn = (personId: string | undefined): Visitor => {
    const cookie = personId === undefined ? undefined : signedCookie(rows, personId, secret);
    addresses += 1;
    return as(house.origin, cookie, `198.51.100.${addresses}`);
  };
  const visitors = new Map<Caller, Visitor>();
  for (const caller of callers) {
    const role = held[caller];
    const personId = role ? insertCaller(rows, caller, [role]) : undefined;
    if (personId && role?.level) nameOn(rows, draft, personId, role.level);
    visitors.set(caller, cameIn(personId));
  }
  const both = [here, elsewhere].flatMap((network): Held[] => [
    { role: "lead-partner", network, city: network === here ? "Barnsley" : "Messina" },
    { role: "project-officer", network, city: network === here ? "Alytus" : "Ventspils" },
    { role: "lead-expert", network },
  ]);
  const everythingTwice = cameIn(insertCaller(rows, "everything twice", both));
  return {
    everythingTwice,
    by: (caller) => visitors.get(caller) ?? visitor(house.origin),
  };
}

/** A visitor who keeps this cookie, whatever happens, and calls from this address. */
function as(origin: string, cookie: string | undefined, address: string): Visitor {
  const plain = visitor(origin);
  const own = { cookie, "x-forwarded-for": address };
  return {
    ...plain,
    cookie: () => cookie,
    ask: (path, asking = {}) => plain.ask(path, { ...asking, headers: { ...own, ...asking.headers } }),
    page: (path, headers = {}) => plain.page(path, { ...own, ...headers }),
    data: (path) => plain.ask(path, { headers: own }),
    post: (path, fields, headers = {}) => plain.post(path, fields, { ...own, ...headers }),
    postData: (path, fields) => plain.postData(path, fields),
  };
}

function insertCaller(rows: HouseRows, name: string, roles: Held[]): string {
  const email = roles[0]?.email;
  if (email) return valueOf(rows, "SELECT id FROM Person WHERE email = ?", email);
  const id = randomUUID();
  const at = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const { isAdministrator = false, isDeactivated = false } = roles[0] ?? {};
  rows
    .prepare(
      `INSERT INTO Person (id, name, email, emailVerified, isAdministrator, deactivatedAt, createdAt, updatedAt)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?)`,
    )
    .run(id, name, `${id}@matrix.example`, Number(isAdministrator), isDeactivated ? at : null, at, at);
  const password = valueOf(
    rows,
    "SELECT c.password FROM Credential c JOIN Person p ON p.id = c.personId WHERE p.email = 'alytus@demo.torg'",
  );
  rows
    .prepare(
      `INSERT INTO Credential (id, accountId, providerId, personId, password, createdAt, updatedAt)
       VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
    )
    .run(randomUUID(), id, id, password, at, at);
  for (const { role, network, city, isEnded } of roles) if (role) enrol({ role, network, city, isEnded });
  return id;

  function enrol({ role, network, city, isEnded }: Held): void {
    const networkId = valueOf(rows, "SELECT id FROM Network WHERE slug = ?", network);
    const partnershipId = city
      ? valueOf(
          rows,
          `SELECT p.id FROM Partnership p JOIN Institution i ON i.id = p.institutionId
             JOIN CityName n ON n.cityId = i.cityId AND n.isOwn WHERE p.networkId = ? AND n.name = ?`,
          networkId,
          city,
        )
      : null;
    const until = isEnded ? new Date(Date.now() - 60_000).toISOString() : null;
    rows
      .prepare(
        `INSERT INTO Membership (id, networkId, personId, partnershipId, role, since, until) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(randomUUID(), networkId, id, partnershipId, role, at, until);
  }
}

function nameOn(rows: HouseRows, documentId: string, personId: string, level: string): void {
  rows
    .prepare(
      `INSERT INTO Naming (documentId, personId, networkId, level, namedById, at)
       SELECT id, ?, networkId, ?, createdById, ? FROM Document WHERE id = ?`,
    )
    .run(personId, level, new Date().toISOString(), documentId);
}

/** Writes a session and answers the Cookie header of its browser. */
function signedCookie(rows: HouseRows, personId: string, secret: string): string {
  const token = randomUUID().replaceAll("-", "");
  const at = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  rows
    .prepare(
      `INSERT INTO Session (id, token, personId, expiresAt, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(randomUUID(), token, personId, expiresAt, at, at);
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `torg.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
