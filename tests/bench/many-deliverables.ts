// Thirty networks of ten partners that owe forty deliverables each, put straight into the file of a demo house.
import { join } from "node:path";
import Database from "better-sqlite3";
import { newId } from "~/platform/id";

export interface ManyDeliverables {
  /** The network of which "barnsley" is the lead partner and "alytus" an officer. */
  slug: string;
  deliverableIds: string[];
  /** Of the officer's city. */
  partnershipId: string;
  cells: number;
}

const [networks, partners, deliverables] = [30, 10, 40];
const states = [
  "not-started",
  "drafting",
  "handed-in",
  "changes-requested",
  "accepted",
  "submitted",
  "approved",
];
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const instant = (at: number) => new Date(at).toISOString().replace("Z", "+00:00");

/** Inserts all in one transaction; always the same but for the ids and today. "observer" observes all of them. */
export function askForMany(dataFolder: string): ManyDeliverables {
  const file = new Database(join(dataFolder, "torg.db"), { timeout: 30_000 });
  try {
    return file.transaction(() => {
      const all = Array.from({ length: networks }, (_, index) => insert(file, index));
      const [first] = all;
      if (!first) throw new Error("there is no network");
      return first;
    })();
  } finally {
    file.close();
  }
}

function insert(file: Database.Database, index: number): ManyDeliverables {
  const row = (table: string, values: Record<string, string | number | null>) => {
    const names = Object.keys(values);
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => "?").join()})`;
    file.prepare(sql).run(Object.values(values));
  };
  const personOf = (account: string) => {
    const find = file.prepare<[string], string>("SELECT id FROM Person WHERE email = ?").pluck();
    const id = find.get(`${account}@demo.torg`);
    if (id === undefined) throw new Error(`there is no demo account ${account}`);
    return id;
  };
  const began = Date.now() - 300 * 86_400_000;
  const [networkId, phaseId, slug] = [newId(), newId(), `owing-${index + 1}`];
  const named = {
    name: `Owing ${index + 1}`,
    type: "action-planning",
    programme: "URBACT IV",
    theme: "Days",
  };
  row("Network", { id: networkId, slug, ...named });
  row("Phase", { id: phaseId, networkId, position: 1, name: "Phase 2", plannedStart: day(began) });
  const partnershipIds = Array.from({ length: partners }, (_, at) => {
    const [cityId, institutionId, id] = [newId(), newId(), newId()];
    row("City", { id: cityId, country: "LT" });
    row("CityName", { cityId, language: "en", name: `City ${index + 1}.${at + 1}`, isOwn: 1 });
    row("Institution", { id: institutionId, cityId, name: `Municipality ${at + 1}` });
    const role = at === 0 ? "lead-partner" : "project-partner";
    row("Partnership", { id, networkId, institutionId, role, since: day(began) });
    return id;
  });
  const enrol = (account: string, role: string, partnershipId: string | null) =>
    row("Membership", {
      ...{ id: newId(), networkId, personId: personOf(account), role, partnershipId },
      since: instant(began),
    });
  enrol("observer", "observer", null);
  if (index === 0) {
    enrol("barnsley", "lead-partner", partnershipIds[0] ?? null);
    enrol("alytus", "project-officer", partnershipIds[1] ?? null);
  }
  const deliverableIds = Array.from({ length: deliverables }, (_, at) => {
    const id = newId();
    row("Deliverable", {
      ...{ id, networkId, phaseId, position: at + 1, title: `Deliverable ${at + 1}`, anchor: "start" },
      ...{ months: at % 20, owedBy: "partners", asksExpert: at % 3 === 0 ? 1 : 0 },
      ...{ goesToProgramme: at % 2, createdAt: instant(began) },
    });
    for (const [of, partnershipId] of partnershipIds.entries()) {
      // The last ones of the officer's city are begun while it is measured.
      const state = of === 1 && at >= 20 ? "not-started" : (states[(at * 3 + of) % states.length] ?? "");
      const [cellId, since] = [newId(), began + at * 5 * 86_400_000];
      row("PartnerDeliverable", {
        ...{ id: cellId, networkId, deliverableId: id, partnershipId, state },
        since: state === "not-started" ? null : instant(since),
      });
    }
    return id;
  });
  const partnershipId = partnershipIds[1] ?? "";
  return { slug, deliverableIds, partnershipId, cells: networks * partners * deliverables };
}
