// The shelf of all other screens: fetched with the page, but on a reading screen only when somebody is about to leave it.
export { default as accounts } from "./accounts.json";
export { default as activity } from "./activity.json";
export { default as members } from "./members.json";
export { default as administration } from "./administration.json";
export { default as home } from "./home.json";
export { default as groups } from "./groups.json";
export { default as invitations } from "./invitations.json";
export { default as elements } from "./elements.json";
export { default as feed } from "./feed.json";
export { default as networks } from "./networks.json";
export { default as roles } from "./roles.json";
export { default as setup } from "./setup.json";
export { default as beginning } from "./beginning.json";
export { default as upkeep } from "./upkeep.json";
export { default as sums } from "./sums.json";
export { default as sharing } from "./sharing.json";
export { default as visits } from "./visits.json";
