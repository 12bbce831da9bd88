// One demo account per role and city. Names are role titles: there is no such person.
import type { DemoAccount } from "~/domain/demo/demo";

export const accounts: DemoAccount[] = [
  { account: "alytus", name: "Project officer, Alytus" },
  { account: "barnsley", name: "Lead partner, Barnsley" },
  { account: "lead-expert", name: "Lead expert" },
  { account: "novska", name: "Project officer, Novska" },
  { account: "rzeszow", name: "Project officer, Rzeszów" },
  { account: "roeselare", name: "Project officer, Roeselare" },
  { account: "messina", name: "Lead partner, Messina" },
  { account: "ventspils", name: "Project officer, Ventspils" },
  { account: "botosani", name: "Project officer, Botoșani" },
  { account: "saint-quentin", name: "Project officer, Saint-Quentin" },
  { account: "roquetas-de-mar", name: "Project officer, Roquetas de Mar" },
  { account: "portalegre", name: "Project officer, Portalegre" },
  { account: "trikala", name: "Project officer, Trikala" },
  { account: "oulu", name: "Project officer, Oulu" },
  { account: "ad-hoc-expert", name: "Ad-hoc expert" },
  { account: "local-group", name: "Local group member, Alytus" },
  { account: "observer", name: "Observer, programme secretariat" },
  { account: "administrator", name: "Administrator", isAdministrator: true },
];
