// One demo account per role and city. Names are role titles: there is no such person.
import type { DemoAccount } from "~/domain/demo/demo";

export const accounts: DemoAccount[] = [
  { account: "alytus", name: "Project officer, Alytus", speaks: "lt en" },
  { account: "barnsley", name: "Lead partner, Barnsley", speaks: "en" },
  { account: "lead-expert", name: "Lead expert", speaks: "en fr" },
  { account: "novska", name: "Project officer, Novska", speaks: "hr en" },
  { account: "rzeszow", name: "Project officer, Rzeszów", speaks: "pl en" },
  { account: "roeselare", name: "Project officer, Roeselare", speaks: "nl en fr" },
  { account: "messina", name: "Lead partner, Messina", speaks: "it en" },
  { account: "ventspils", name: "Project officer, Ventspils", speaks: "lv en" },
  { account: "botosani", name: "Project officer, Botoșani", speaks: "ro en" },
  { account: "saint-quentin", name: "Project officer, Saint-Quentin", speaks: "fr en" },
  { account: "roquetas-de-mar", name: "Project officer, Roquetas de Mar", speaks: "es en" },
  { account: "portalegre", name: "Project officer, Portalegre", speaks: "pt en" },
  { account: "trikala", name: "Project officer, Trikala", speaks: "el en" },
  { account: "oulu", name: "Project officer, Oulu", speaks: "fi en" },
  { account: "ad-hoc-expert", name: "Ad-hoc expert", speaks: "en lt" },
  { account: "local-group", name: "Local group member, Alytus", speaks: "lt" },
  { account: "alytus2", name: "Second project officer, Alytus", speaks: "lt pl en" },
  { account: "observer", name: "Observer, programme secretariat", speaks: "en fr" },
  { account: "administrator", name: "Administrator", speaks: "en", isAdministrator: true },
];
